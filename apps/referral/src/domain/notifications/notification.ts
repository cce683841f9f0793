import type { CodeOf, EventData, handoffStatus, notificationKind } from '@rujukan/contracts';

export type NotificationKind = CodeOf<typeof notificationKind>;
type Status = CodeOf<typeof handoffStatus>;

/** News of a handoff that somebody must hear of. */
export type News = Extract<keyof EventData, `handoff.${string}`>;

/** Whom a piece of news is for. Whoever caused it knows. */
interface Rule {
  readonly tells: readonly ('sender' | 'receiver')[];
  readonly kind: NotificationKind;
  /** The state that the handoff came to. */
  readonly status?: Status;
}

/** What is told to whom. No news without a line: what a sender is not told, she waits for. */
export const rules: Readonly<Record<News, Rule>> = {
  'handoff.requested.v1': { tells: ['receiver'], kind: 'new-task', status: 'requested' },
  'handoff.received.v1': { tells: ['sender'], kind: 'task-moved', status: 'received' },
  'handoff.accepted.v1': { tells: ['sender'], kind: 'task-moved', status: 'accepted' },
  'handoff.in-progress.v1': { tells: ['sender'], kind: 'task-moved', status: 'in-progress' },
  'handoff.rejected.v1': { tells: ['sender'], kind: 'task-ended', status: 'rejected' },
  'handoff.completed.v1': { tells: ['sender'], kind: 'task-ended', status: 'completed' },
  'handoff.not-completed.v1': { tells: ['sender'], kind: 'task-ended', status: 'not-completed' },
  'handoff.returned.v1': { tells: ['sender'], kind: 'task-moved', status: 'returned' },
  'handoff.waitlisted.v1': { tells: ['sender'], kind: 'task-moved', status: 'waitlisted' },
  'handoff.on-hold.v1': { tells: ['sender'], kind: 'task-moved', status: 'on-hold' },
  'handoff.cancel-requested.v1': { tells: ['receiver'], kind: 'task-moved', status: 'cancel-requested' },
  // Recalled by the one, stopped by the other, or both at once where custody moved: each has it on its list.
  'handoff.cancelled.v1': { tells: ['sender', 'receiver'], kind: 'task-ended', status: 'cancelled' },
  'handoff.expired.v1': { tells: ['sender', 'receiver'], kind: 'task-ended', status: 'expired' },
  'handoff.referred-onward.v1': {
    tells: ['sender', 'receiver'],
    kind: 'task-ended',
    status: 'referred-onward',
  },
  'handoff.entered-in-error.v1': { tells: ['receiver'], kind: 'task-ended', status: 'entered-in-error' },
  'handoff.rollback-proposed.v1': { tells: ['sender', 'receiver'], kind: 'task-moved' },
  'handoff.feedback-given.v1': { tells: ['sender'], kind: 'task-moved' },
  'handoff.access-ended.v1': { tells: ['receiver'], kind: 'task-moved' },
  'handoff.alternative-proposed.v1': { tells: ['sender'], kind: 'alternative-proposed' },
};

/** One line on the list of a desk. */
export interface Notification {
  readonly agencyId: string;
  readonly kind: NotificationKind;
  /** Only for whoever has this role; absent for the whole desk. */
  readonly audience?: 'supervisor' | 'auditor' | 'oversight-commissioner';
  readonly handoffId?: string;
  readonly status?: Status;
  readonly serviceType?: string;
  /** A city and no finer place. */
  readonly areaCode?: string;
  /** Of a deadline: which clock it is, and what must be done. */
  readonly clockId?: string;
  readonly definition?: string;
  /** Where it must be done, for the custodian, where no handoff is timed. */
  readonly caseId?: string;
}

/** Who a handoff is between. News that is for the receiver alone may leave the sender out. */
interface Parties {
  readonly handoffId: string;
  readonly fromAgencyId?: string;
  readonly toAgencyId: string;
  readonly proposedAgencyId?: string;
}

export function notificationsOf(
  type: News,
  { handoffId, fromAgencyId, toAgencyId, proposedAgencyId }: Parties,
): Notification[] {
  const { tells, kind, status } = rules[type];
  // Nobody who fits was found: that it was declined is told already.
  if (kind === 'alternative-proposed' && proposedAgencyId === undefined) return [];
  const agencies = { sender: fromAgencyId, receiver: toAgencyId };
  return tells.flatMap((side) => {
    const agencyId = agencies[side];
    return agencyId === undefined
      ? []
      : [{ agencyId, kind, handoffId, ...(status === undefined ? {} : { status }) }];
  });
}

/**
 * A child at high risk was declined for want of room: her agency's supervisor is warned, and so are the social services
 * of the city, who can open a door that the directory does not know. They are told which service is full and no more.
 */
export function alerts(
  { riskLevel, fromAgencyId, handoffId, serviceType, areaCode }: EventData['handoff.alternative-proposed.v1'],
  socialServices: readonly string[],
): Notification[] {
  if (riskLevel !== 'high' && riskLevel !== 'unassessed') return [];
  const full = { kind: 'capacity-alert', serviceType } as const;
  return [
    { ...full, agencyId: fromAgencyId, audience: 'supervisor', handoffId },
    ...socialServices
      .filter((agencyId) => agencyId !== fromAgencyId)
      .map((agencyId) => ({
        ...full,
        agencyId,
        ...(areaCode === undefined ? {} : { areaCode: cityOf(areaCode) }),
      })),
  ];
}

/** `61.71` of `61.71.02`. */
export const cityOf = (areaCode: string): string => areaCode.slice(0, 5);

/** Agencies that must hear of what concerns none of their own cases. */
export interface Watchers {
  readonly auditors: readonly string[];
  readonly commissions: readonly string[];
}

/**
 * Somebody opened a case without access: at once the supervisors of both agencies and the auditors are told. When a day
 * passes without a review the supervisor is told again, and after another day the commissions.
 */
export function emergencyNotices(
  event: Pick<EventData['case.emergency-access-started.v1'], 'agencyId' | 'custodianAgencyId'>,
  { auditors }: Watchers,
): Notification[] {
  const supervisors = [...new Set([event.custodianAgencyId, event.agencyId])];
  return [
    ...supervisors.map((agencyId) => ({ agencyId, kind, audience: 'supervisor' }) as const),
    ...auditors.map((agencyId) => ({ agencyId, kind, audience: 'auditor' }) as const),
  ];
}

export function silenceNotices(
  { agencyId, level }: Pick<EventData['clock.escalated.v1'], 'agencyId' | 'level'>,
  { auditors, commissions }: Watchers,
): Notification[] {
  if (level === 'supervisor') return [{ agencyId, kind, audience: 'supervisor' }];
  return [
    ...commissions.map((id) => ({ agencyId: id, kind, audience: 'oversight-commissioner' }) as const),
    ...auditors.map((id) => ({ agencyId: id, kind, audience: 'auditor' }) as const),
  ];
}

const kind = 'emergency-access';

const keptFor = 90 * 24 * 3_600_000;

/** Lines from before this moment go once they have been read. */
export const keptUntil = (now: Date): Date => new Date(now.getTime() - keptFor);
