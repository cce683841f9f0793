import { endedBy, meet, needsReason, startClock, startedBy } from '@rujukan/clocks';
import type { DutyClock, Move } from '@rujukan/clocks';
import type { CodeOf, milestone } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, MilestoneId } from '../ids.js';

/** What happened around a case, by code and instant. It is never changed: what was recorded wrongly is recorded again. */
export interface Milestone {
  readonly id: MilestoneId;
  readonly caseId: CaseId;
  readonly code: CodeOf<typeof milestone>;
  readonly occurredAt: Date;
  /** The agency that must act next. */
  readonly nextAgency: AgencyId;
  readonly recordedBy: AgencyId;
  readonly recordedAt: Date;
}

export type Happening = Pick<Milestone, 'code' | 'occurredAt'> & { readonly nextAgency?: AgencyId };

export type MilestoneRefusal =
  'milestone-in-the-future' | 'milestone-before-its-clock' | 'late-reason-missing';

/** What a milestone does to the clocks of its case. */
export interface Effects {
  readonly ended: readonly Move[];
  /** Those of `ended` that the law limits and that were missed: why is kept with each. */
  readonly late: readonly DutyClock[];
  readonly started: readonly Move[];
}

/** Writes it down; the recorder's own agency acts next where none is named. */
export function record(
  birth: Pick<Milestone, 'id' | 'caseId' | 'recordedBy'>,
  { code, occurredAt, nextAgency = birth.recordedBy }: Happening,
  now: Date,
): Outcome<Milestone, 'milestone-in-the-future'> {
  if (occurredAt > now) return refuse('milestone-in-the-future');
  return done({ ...birth, code, occurredAt, nextAgency, recordedAt: now });
}

/**
 * A clock ends when the thing happened, and not when somebody came to write it down; what begins is counted from then
 * too. A limit of the law that was missed asks for the reason.
 */
export function effectsOf(
  { caseId, code, occurredAt, nextAgency, recordedBy }: Milestone,
  open: readonly DutyClock[],
  { newId, hasReason }: { readonly newId: () => string; readonly hasReason: boolean },
): Outcome<Effects, MilestoneRefusal> {
  const ending = open.filter((clock) => endedBy(code).includes(clock.definition));
  if (ending.some(({ startedAt }) => occurredAt < startedAt)) return refuse('milestone-before-its-clock');
  const late = ending.filter((clock) => needsReason(clock, occurredAt));
  if (late.length > 0 && !hasReason) return refuse('late-reason-missing', { dueAt: late[0]?.dueAt });

  const awaited = nextAgency === recordedBy ? {} : { awaitedBy: recordedBy };
  const started = startedBy(code).map((definition) =>
    startClock(
      { id: newId(), definition, caseId, agencyId: nextAgency, ...awaited, subject: caseId },
      occurredAt,
    ),
  );
  return done({ ended: ending.flatMap((clock) => meet(clock, occurredAt) ?? []), late, started });
}
