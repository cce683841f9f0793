import type { Consent } from './consent.js';
import type { Fact } from '../events.js';
import type { AgencyId } from '../ids.js';
import { isLate, type AnsweredNotice, type Notice } from './withdrawal.js';

export const consentGiven = (consent: Consent): Fact<'consent.given.v1'> => ({
  type: 'consent.given.v1',
  key: consent.caseId,
  data: {
    ...subject(consent),
    agencyId: consent.recordedBy,
    givenBy: consent.givenBy,
    purposes: [...consent.purposes],
    fieldGroups: [...consent.fieldGroups],
    recipientAgencyIds: [...consent.recipients],
    validFrom: consent.validFrom.toISOString(),
    validTo: consent.validTo.toISOString(),
  },
});

export const consentWithdrawn = (
  consent: Consent,
  asked: { readonly by: AgencyId; readonly notices: readonly Notice[]; readonly answerDueAt: Date },
): Fact<'consent.withdrawn.v1'> => ({
  type: 'consent.withdrawn.v1',
  key: consent.caseId,
  data: {
    ...subject(consent),
    agencyId: asked.by,
    holderAgencyIds: asked.notices.map(({ agencyId }) => agencyId),
    answerDueAt: asked.answerDueAt.toISOString(),
  },
});

export const consentExpired = (consent: Consent): Fact<'consent.expired.v1'> => ({
  type: 'consent.expired.v1',
  key: consent.caseId,
  data: { ...subject(consent), validTo: consent.validTo.toISOString() },
});

export const withdrawalAcknowledged = (
  notice: AnsweredNotice,
): Fact<'consent.withdrawal-acknowledged.v1'> => {
  const { answer, basis, at } = notice.answered;
  return {
    type: 'consent.withdrawal-acknowledged.v1',
    key: notice.caseId,
    data: {
      ...about(notice),
      answer,
      ...(basis ? { lawfulBasis: basis.code } : {}),
      isLate: isLate(notice, at),
    },
  };
};

/** A handoff that gave access under a consent, as its holder has it. */
export interface Held {
  readonly handoffId: string;
  readonly caseId: string;
  readonly consentId: string;
  readonly agencyId: AgencyId;
  readonly kind: 'referral' | 'transfer' | 'consultation';
}

export const accessEnded = (held: Held): Fact<'handoff.access-ended.v1'> => ({
  type: 'handoff.access-ended.v1',
  key: held.caseId,
  data: {
    handoffId: held.handoffId,
    caseId: held.caseId,
    kind: held.kind,
    toAgencyId: held.agencyId,
    consentId: held.consentId,
  },
});

const subject = ({ id, caseId, version }: Consent) => ({ consentId: id, caseId, version });

const about = ({ id, consentId, caseId, agencyId }: Notice) => ({
  noticeId: id,
  consentId,
  caseId,
  agencyId,
});
