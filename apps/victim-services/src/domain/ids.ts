import type { Brand } from '@rujukan/kernel';

export type CaseId = Brand<string, 'CaseId'>;
export type AgencyId = Brand<string, 'AgencyId'>;
export type HandoffId = Brand<string, 'HandoffId'>;
export type ClosureId = Brand<string, 'ClosureId'>;

export const caseId = (text: string): CaseId => text as CaseId;
export const agencyId = (text: string): AgencyId => text as AgencyId;
export const handoffId = (text: string): HandoffId => text as HandoffId;
export const closureId = (text: string): ClosureId => text as ClosureId;
