import type { Brand } from '@rujukan/kernel';

export type AgencyId = Brand<string, 'AgencyId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type HandoffId = Brand<string, 'HandoffId'>;
export type ServiceId = Brand<string, 'ServiceId'>;

// Lower case, as PostgreSQL writes them: an id in capitals is the same id.
export const agencyId = (id: string): AgencyId => id.toLowerCase() as AgencyId;
export const caseId = (id: string): CaseId => id.toLowerCase() as CaseId;
export const handoffId = (id: string): HandoffId => id.toLowerCase() as HandoffId;
export const serviceId = (id: string): ServiceId => id.toLowerCase() as ServiceId;
