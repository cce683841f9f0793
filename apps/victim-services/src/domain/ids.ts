import type { Brand } from '@rujukan/kernel';

export type CaseId = Brand<string, 'CaseId'>;
export type AgencyId = Brand<string, 'AgencyId'>;
export type HandoffId = Brand<string, 'HandoffId'>;
export type ClosureId = Brand<string, 'ClosureId'>;

// Lower case, as PostgreSQL writes them and the log takes them: an id in capitals is the same id.
export const caseId = (text: string): CaseId => text.toLowerCase() as CaseId;
export const agencyId = (text: string): AgencyId => text.toLowerCase() as AgencyId;
export const handoffId = (text: string): HandoffId => text.toLowerCase() as HandoffId;
export const closureId = (text: string): ClosureId => text.toLowerCase() as ClosureId;
