import { deadlineOf } from '@rujukan/clocks';
import type {
  breachCause,
  breachedData,
  CodeOf,
  guardianStanding,
  lateReason,
  noticeChannel,
} from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';

export interface Late {
  readonly code: CodeOf<typeof lateReason>;
  readonly text: string;
}

/** How one person was told, under the pseudonym of her case. */
export interface Notice {
  readonly caseId: string;
  readonly channel: CodeOf<typeof noticeChannel>;
  readonly guardian: CodeOf<typeof guardianStanding>;
}

/** What is known of a breach when it is written down; two texts lie sealed beside it. */
export interface BreachFacts {
  readonly cause: CodeOf<typeof breachCause>;
  /** When somebody here first knew: the limit of the law runs from then. */
  readonly knownAt: Date;
  readonly happenedFrom?: Date | undefined;
  readonly happenedTo?: Date | undefined;
  readonly dataClasses: readonly CodeOf<typeof breachedData>[];
  readonly persons: number;
  readonly caseIds: readonly string[];
  /** Agencies whose data these are, or who received them. */
  readonly agencyIds: readonly string[];
}

/** recorded -> notified -> closed */
export interface Breach extends BreachFacts {
  readonly id: string;
  readonly agencyId: string;
  readonly version: number;
  readonly status: 'recorded' | 'notified' | 'closed';
  readonly dueAt: Date;
  readonly recordedAt: Date;
  readonly notifiedAt?: Date;
}

export function recordBreach(
  facts: BreachFacts,
  { id, agencyId, now }: { readonly id: string; readonly agencyId: string; readonly now: Date },
): Outcome<Breach, 'known-in-the-future'> {
  if (facts.knownAt > now) return refuse('known-in-the-future');
  const dueAt = deadlineOf('breach-notice', facts.knownAt);
  return done({ ...facts, id, agencyId, version: 1, status: 'recorded', dueAt, recordedAt: now });
}

/** Who was told, and how. */
export interface Telling {
  readonly authorityToldAt: Date;
  readonly isPublic: boolean;
  readonly notices: readonly Notice[];
}

/**
 * The authority and each person were told. A word goes by the guardian only where it is known that the guardian is no
 * suspect: not to know is not enough.
 */
export function notify(
  breach: Breach,
  { authorityToldAt, notices }: Telling,
  now: Date,
): Outcome<Breach, 'breach-notified' | 'known-in-the-future' | 'notices-incomplete' | 'guardian-is-suspect'> {
  if (breach.status !== 'recorded') return refuse('breach-notified');
  if (authorityToldAt > now) return refuse('known-in-the-future');
  const told = new Set(notices.map(({ caseId }) => caseId));
  const isWhole = told.size === notices.length && told.size === new Set(breach.caseIds).size;
  if (!isWhole || !breach.caseIds.every((id) => told.has(id))) return refuse('notices-incomplete');
  if (notices.some(({ channel, guardian }) => channel === 'guardian' && guardian !== 'not-suspect'))
    return refuse('guardian-is-suspect');
  return done({ ...breach, version: breach.version + 1, status: 'notified', notifiedAt: now });
}

/** A limit of the law that was missed is not closed without a reason in writing. */
export function closeBreach(
  breach: Breach,
  late: Late | undefined,
): Outcome<Breach, 'breach-closed' | 'breach-not-notified' | 'late-reason-missing'> {
  if (breach.status === 'closed') return refuse('breach-closed');
  if (breach.status === 'recorded' || !breach.notifiedAt) return refuse('breach-not-notified');
  if (breach.notifiedAt > breach.dueAt && !late)
    return refuse('late-reason-missing', { dueAt: breach.dueAt });
  return done({ ...breach, version: breach.version + 1, status: 'closed' });
}

export const isOverdue = ({ dueAt, notifiedAt }: Breach, now: Date): boolean => (notifiedAt ?? now) > dueAt;

const nextStep = { recorded: ['notify'], notified: ['close'], closed: [] } as const;

export const allowedOn = ({ status }: Breach): readonly string[] => nextStep[status];
