import type { Brand } from '@rujukan/kernel';

export type ReportId = Brand<string, 'ReportId'>;
export type IncidentId = Brand<string, 'IncidentId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type AgencyId = Brand<string, 'AgencyId'>;

// Lower case, as PostgreSQL writes them and the log takes them: an id in capitals is the same id.
export const reportId = (text: string): ReportId => text.toLowerCase() as ReportId;
export const incidentId = (text: string): IncidentId => text.toLowerCase() as IncidentId;
export const caseId = (text: string): CaseId => text.toLowerCase() as CaseId;
export const agencyId = (text: string): AgencyId => text.toLowerCase() as AgencyId;
