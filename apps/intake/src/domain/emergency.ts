import { deadlineOf } from '@rujukan/clocks';
import type { Actor } from '@rujukan/authz';
import type { CodeOf, emergencyFinding, EmergencyReason } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { CaseFile } from './case.js';
import type { AgencyId, CaseId } from './ids.js';
import { agencyOf } from './policy.js';

export type EmergencyFinding = CodeOf<typeof emergencyFinding>;

/** Longest time that somebody without access may read a case. */
const emergencyMs = 60 * 60_000;

/** One person may read one case, for an hour, and must answer for it. */
export interface EmergencyAccess {
  readonly id: string;
  readonly caseId: CaseId;
  readonly version: number;
  /** The account that may read; nobody else of its agency. */
  readonly subject: string;
  readonly agencyId: AgencyId;
  /** The agency that answers for the case, whose supervisor reviews. */
  readonly custodianAgencyId: AgencyId;
  readonly reason: EmergencyReason;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly endedAt?: Date;
  readonly reviewDueAt: Date;
  readonly reviewedAt?: Date;
  readonly finding?: EmergencyFinding;
}

export type EmergencyStatus = 'running' | 'awaiting-review' | 'reviewed';

/** Whose access begins: a person, for her agency. */
export interface Begin {
  readonly id: string;
  readonly actor: Actor;
  readonly agency: AgencyId;
  readonly reason: EmergencyReason;
  readonly now: Date;
}

export const beginEmergency = (
  file: CaseFile,
  { id, actor, agency, reason, now }: Begin,
): EmergencyAccess => ({
  id,
  caseId: file.id,
  version: 1,
  subject: actor.subject,
  agencyId: agency,
  custodianAgencyId: file.custodianAgencyId,
  reason,
  startedAt: now,
  endsAt: new Date(now.getTime() + emergencyMs),
  reviewDueAt: deadlineOf('break-glass-review', now),
});

/** Over to the millisecond, also where no timer has said so yet. */
export const isRunning = ({ endedAt, endsAt }: EmergencyAccess, now: Date): boolean =>
  endedAt === undefined && now < endsAt;

export const statusOf = (access: EmergencyAccess, now: Date): EmergencyStatus =>
  access.finding !== undefined ? 'reviewed' : isRunning(access, now) ? 'running' : 'awaiting-review';

/**
 * The supervisor of the agency that answers for the case, or oversight; never the agency that opened it. For anybody
 * else it does not exist.
 */
export function mayReviewEmergency(
  actor: Actor,
  access: EmergencyAccess,
): Outcome<AgencyId, 'not-found' | 'reviewer-of-own-agency'> {
  const agency = agencyOf(actor);
  if (agency === null) return refuse('not-found');
  if (agency === access.agencyId) return refuse('reviewer-of-own-agency');
  return agency === access.custodianAgencyId || actor.permissions.has('clock:oversee')
    ? done(agency)
    : refuse('not-found');
}

export interface Review {
  readonly finding: EmergencyFinding;
  readonly note?: string;
}

/** A review is given once, ends what still runs, and says why unless all was well. */
export function review(
  access: EmergencyAccess,
  { finding, note }: Review,
  now: Date,
): Outcome<EmergencyAccess, 'emergency-access-reviewed' | 'finding-note-missing'> {
  if (access.finding !== undefined) return refuse('emergency-access-reviewed');
  if (finding !== 'justified' && note === undefined) return refuse('finding-note-missing');
  const endedAt = access.endedAt ?? (now < access.endsAt ? now : access.endsAt);
  return done({ ...access, version: access.version + 1, endedAt, reviewedAt: now, finding });
}
