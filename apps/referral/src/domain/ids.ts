import type { Brand } from '@rujukan/kernel';

export type AgencyId = Brand<string, 'AgencyId'>;
export type AgreementId = Brand<string, 'AgreementId'>;
export type CaseId = Brand<string, 'CaseId'>;
export type ConsentId = Brand<string, 'ConsentId'>;
export type HandoffId = Brand<string, 'HandoffId'>;
export type LocationId = Brand<string, 'LocationId'>;
export type MilestoneId = Brand<string, 'MilestoneId'>;
export type NoticeId = Brand<string, 'NoticeId'>;
export type OverrideId = Brand<string, 'OverrideId'>;
export type OpenRequestId = Brand<string, 'OpenRequestId'>;
export type ServiceId = Brand<string, 'ServiceId'>;

// Lower case, as PostgreSQL writes them: an id in capitals is the same id.
export const agencyId = (id: string): AgencyId => id.toLowerCase() as AgencyId;
export const agreementId = (id: string): AgreementId => id.toLowerCase() as AgreementId;
export const caseId = (id: string): CaseId => id.toLowerCase() as CaseId;
export const consentId = (id: string): ConsentId => id.toLowerCase() as ConsentId;
export const handoffId = (id: string): HandoffId => id.toLowerCase() as HandoffId;
export const locationId = (id: string): LocationId => id.toLowerCase() as LocationId;
export const milestoneId = (id: string): MilestoneId => id.toLowerCase() as MilestoneId;
export const noticeId = (id: string): NoticeId => id.toLowerCase() as NoticeId;
export const overrideId = (id: string): OverrideId => id.toLowerCase() as OverrideId;
export const openRequestId = (id: string): OpenRequestId => id.toLowerCase() as OpenRequestId;
export const serviceId = (id: string): ServiceId => id.toLowerCase() as ServiceId;
