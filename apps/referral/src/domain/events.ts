import type { ClockChange, DutyClock } from '@rujukan/clocks';
import type { EventData } from '@rujukan/contracts';
import type { ChildOutline, Custody } from './custody/custody.js';
import type { Agency, KnownService, Versioned } from './directory/directory.js';
import type { FeedbackProgress } from './handoffs/feedback.js';
import type { Candidate } from './directory/fit.js';
import type { Handoff, OutcomeCode, RejectionReason } from './handoffs/handoff.js';
import type { HandoffId } from './ids.js';
import type { HandoffStatus } from './handoffs/machine.js';
import type { RollbackProposal } from './custody/rollback.js';

/** A fact for other services: ids and codes, never a story. */
export interface Fact<Type extends keyof EventData = keyof EventData> {
  readonly type: Type;
  /** Id of the case, the agency or the service: what happens to one stays in order. */
  readonly key: string;
  readonly data: EventData[Type];
}

export const handoffRequested = (handoff: Handoff): Fact<'handoff.requested.v1'> => {
  const { serviceType, shareProfile, lawfulBasis, priority, dueAt } = handoff.terms;
  return fact('handoff.requested.v1', handoff, {
    ...subject(handoff),
    serviceType,
    shareProfile,
    lawfulBasis: lawfulBasis.code,
    priority,
    dueAt: dueAt.toISOString(),
  });
};

export const handoffAccepted = (handoff: Handoff): Fact<'handoff.accepted.v1'> => {
  const { shareProfile, lawfulBasis, manifest } = handoff.terms;
  return fact('handoff.accepted.v1', handoff, {
    ...subject(handoff),
    shareProfile,
    profileVersion: manifest.profileVersion,
    fieldGroups: [...manifest.fieldGroups],
    lawfulBasis: lawfulBasis.code,
  });
};

export const handoffRejected = (handoff: Handoff, reason: RejectionReason): Fact<'handoff.rejected.v1'> =>
  fact('handoff.rejected.v1', handoff, { ...subject(handoff), reason });

/** Declined for capacity: whom to ask next, or nobody. */
export const alternativeProposed = (
  handoff: Handoff,
  { riskLevel, areaCode }: Pick<ChildOutline, 'riskLevel' | 'areaCode'>,
  next: Candidate | undefined,
): Fact<'handoff.alternative-proposed.v1'> =>
  fact('handoff.alternative-proposed.v1', handoff, {
    ...subject(handoff),
    serviceType: handoff.terms.serviceType,
    riskLevel,
    ...(areaCode === undefined ? {} : { areaCode }),
    ...(next === undefined ? {} : { proposedAgencyId: next.agency.id, proposedServiceId: next.service.id }),
  });

export const handoffReturned = (handoff: Handoff, reason: RejectionReason): Fact<'handoff.returned.v1'> =>
  fact('handoff.returned.v1', handoff, { ...subject(handoff), reason });

/** Another receiver accepted in place of this one. */
export const handoffReferredOnward = (
  handoff: Handoff,
  onward: Handoff,
): Fact<'handoff.referred-onward.v1'> =>
  fact('handoff.referred-onward.v1', handoff, { ...subject(handoff), onwardHandoffId: onward.terms.id });

/** News of a step that says nothing but where the handoff stands now. */
export function handoffMoved(handoff: Handoff): Fact {
  const { status } = handoff.progress;
  if (status === 'requested') return handoffRequested(handoff);
  if (!isToldPlainly(status)) throw new Error(`${status} has facts of its own to tell`);
  return fact(`handoff.${status}.v1`, handoff, subject(handoff));
}

const toldPlainly = [
  'received',
  'waitlisted',
  'on-hold',
  'in-progress',
  'cancel-requested',
  'cancelled',
  'expired',
  'entered-in-error',
] as const satisfies readonly HandoffStatus[];

const isToldPlainly = (status: HandoffStatus): status is (typeof toldPlainly)[number] =>
  (toldPlainly as readonly HandoffStatus[]).includes(status);

/** Completed or not, as the handoff stands now. */
export const handoffEnded = (handoff: Handoff, outcome: OutcomeCode): Fact =>
  fact(
    handoff.progress.status === 'completed' ? 'handoff.completed.v1' : 'handoff.not-completed.v1',
    handoff,
    { ...subject(handoff), outcome },
  );

export const feedbackWasGiven = (
  handoff: Handoff,
  progress: FeedbackProgress,
): Fact<'handoff.feedback-given.v1'> =>
  fact('handoff.feedback-given.v1', handoff, { ...subject(handoff), progress });

/** The first of two signatures under the return of a case. */
export const rollbackProposed = (
  handoff: Handoff,
  { proposedBy, reason }: Pick<RollbackProposal, 'proposedBy' | 'reason'>,
): Fact<'handoff.rollback-proposed.v1'> =>
  fact('handoff.rollback-proposed.v1', handoff, {
    ...subject(handoff),
    proposedByAgencyId: proposedBy,
    reason,
  });

/** A transfer, accepted or rolled back, moved custody from the one to the other. */
export const custodianChanged = (
  before: Custody,
  after: Custody,
  { transfer, at }: { readonly transfer: HandoffId; readonly at: Date },
): Fact<'case.custodian-changed.v1'> => ({
  type: 'case.custodian-changed.v1',
  key: after.caseId,
  data: {
    caseId: after.caseId,
    handoffId: transfer,
    fromAgencyId: before.custodian,
    toAgencyId: after.custodian,
    epoch: after.epoch,
    changedAt: at.toISOString(),
  },
});

/** What time brings to a clock. That one started or ended, the news of its handoff says. */
export function clockFact(change: ClockChange): Fact | undefined {
  const { what, clock } = change;
  const duty = dutyOf(clock);
  switch (what) {
    case 'warned':
      return {
        type: 'handoff-clock.warned.v1',
        key: clock.caseId,
        data: { ...duty, threshold: change.threshold },
      };
    case 'breached':
      return { type: 'handoff-clock.breached.v1', key: clock.caseId, data: duty };
    case 'escalated':
      return {
        type: 'handoff-clock.escalated.v1',
        key: clock.caseId,
        data: { ...duty, level: change.level },
      };
    case 'started':
    case 'paused':
    case 'resumed':
    case 'met':
    case 'cancelled':
      return undefined;
  }
}

const dutyOf = (clock: DutyClock) => ({
  clockId: clock.id,
  definition: clock.definition,
  caseId: clock.caseId,
  agencyId: clock.agencyId,
  dueAt: clock.dueAt.toISOString(),
  ...subjectOf(clock),
  ...(clock.aspect === '' ? {} : { serviceType: clock.aspect }),
  ...(clock.awaitedBy === undefined ? {} : { awaitedByAgencyId: clock.awaitedBy }),
});

/** What is timed: the case itself, a holder's answer to a withdrawal, or a handoff. */
function subjectOf({ definition, subject: id, caseId }: DutyClock) {
  if (id === caseId) return {};
  return definition === 'consent-withdrawal-answer' ? { noticeId: id } : { handoffId: id };
}

/** How an agency stands in the directory. Its name stays here: whoever shows it asks for it. */
export const agencyRegistered = (agency: Versioned<Agency>): Fact<'directory.agency-registered.v1'> => ({
  type: 'directory.agency-registered.v1',
  key: agency.id,
  data: { agencyId: agency.id, agencyCode: agency.code, agencyType: agency.type, version: agency.version },
});

/** What a provider says of its room, said `at`. */
export const capacityChanged = (
  { id, agencyId, type, capacity, version }: KnownService,
  at: Date,
): Fact<'capacity.changed.v1'> => ({
  type: 'capacity.changed.v1',
  key: id,
  data: {
    serviceId: id,
    agencyId,
    serviceType: type,
    status: capacity.status,
    ...(capacity.available === undefined ? {} : { available: capacity.available }),
    ...(capacity.maximum === undefined ? {} : { maximum: capacity.maximum }),
    confirmedAt: at.toISOString(),
    version,
  },
});

const fact = <Type extends keyof EventData>(
  type: Type,
  { terms }: Handoff,
  data: EventData[Type],
): Fact<Type> => ({ type, key: terms.caseId, data });

const subject = ({ terms, version }: Handoff) => ({
  handoffId: terms.id,
  caseId: terms.caseId,
  kind: terms.kind,
  fromAgencyId: terms.from,
  toAgencyId: terms.to,
  version,
});
