import type { AgencyId } from './ids.js';
import type { EmergencyAccess, EmergencyFinding } from './emergency.js';
import type { Fact } from './events.js';

export const emergencyStarted = (access: EmergencyAccess): Fact<'case.emergency-access-started.v1'> => ({
  type: 'case.emergency-access-started.v1',
  key: access.caseId,
  data: {
    caseId: access.caseId,
    accessId: access.id,
    agencyId: access.agencyId,
    custodianAgencyId: access.custodianAgencyId,
    reason: access.reason,
    endsAt: access.endsAt.toISOString(),
    reviewDueAt: access.reviewDueAt.toISOString(),
  },
});

export const emergencyEnded = (
  access: Pick<EmergencyAccess, 'id' | 'caseId' | 'agencyId'>,
  endedAt: Date,
): Fact<'case.emergency-access-ended.v1'> => ({
  type: 'case.emergency-access-ended.v1',
  key: access.caseId,
  data: {
    caseId: access.caseId,
    accessId: access.id,
    agencyId: access.agencyId,
    endedAt: endedAt.toISOString(),
  },
});

export const emergencyReviewed = (
  access: EmergencyAccess,
  { reviewer, finding }: { reviewer: AgencyId; finding: EmergencyFinding },
): Fact<'case.emergency-access-reviewed.v1'> => ({
  type: 'case.emergency-access-reviewed.v1',
  key: access.caseId,
  data: {
    caseId: access.caseId,
    accessId: access.id,
    agencyId: access.agencyId,
    custodianAgencyId: access.custodianAgencyId,
    reviewerAgencyId: reviewer,
    finding,
  },
});
