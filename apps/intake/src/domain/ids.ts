import type { Brand } from '@rujukan/kernel';

export type ReportId = Brand<string, 'ReportId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type AgencyId = Brand<string, 'AgencyId'>;

export const reportId = (text: string): ReportId => text as ReportId;
export const incidentId = (text: string): IncidentId => text as IncidentId;
export const caseId = (text: string): CaseId => text as CaseId;
export const agencyId = (text: string): AgencyId => text as AgencyId;
