import { cancel, deadlineOf, pause, startClock, type DutyClock, type Move } from '@rujukan/clocks';
import type { RiskLevel } from '../custody/custody.js';
import { urgencyOf } from './due.js';
import type { Priority } from '../handoffs/handoff.js';
import type { Moment } from './handoff-clocks.js';

/** Offers that wait: whose answer is timed, and for which need. */
type Waiting = readonly { readonly id: string; readonly serviceType: string; readonly priority: Priority }[];

/** Of a clock that risk has made shorter or longer: the old one, which stays on record, and the one that runs instead. */
export interface Restart {
  readonly old: Move;
  readonly next: Move;
}

/**
 * Another risk gives another time, counted from when it became known. A clock that was missed already stays missed: no
 * assessment makes a delay undone.
 */
export function restart(
  open: readonly DutyClock[],
  { riskLevel, waiting }: { readonly riskLevel: RiskLevel; readonly waiting: Waiting },
  moment: Moment,
): Restart[] {
  return open.flatMap((clock) => {
    const priority = priorityFor(clock, waiting);
    return priority === undefined ? [] : (restartOne(clock, urgencyOf(riskLevel, priority), moment) ?? []);
  });
}

function restartOne(
  clock: DutyClock,
  urgency: ReturnType<typeof urgencyOf>,
  { now, newId }: Moment,
): Restart | undefined {
  const { definition, caseId, agencyId, awaitedBy, subject, aspect, startedAt, pausedMs, dueAt } = clock;
  if (clock.state !== 'running' && clock.state !== 'paused') return undefined;
  if (deadlineOf(definition, startedAt, { urgency }).getTime() + pausedMs === dueAt.getTime())
    return undefined;
  const old = cancel(clock, now);
  if (!old || now > dueAt) return undefined;
  const duty = { definition, caseId, agencyId, subject, aspect, urgency };
  const next = startClock({ id: newId(), ...duty, ...(awaitedBy === undefined ? {} : { awaitedBy }) }, now);
  return { old, next: clock.state === 'paused' ? (pause(next.clock, clock.pauseReason, now) ?? next) : next };
}

/** The priority with which it was asked; of a need that of its most urgent offer. Undefined where risk has no say. */
function priorityFor({ definition, subject, aspect }: DutyClock, waiting: Waiting): Priority | undefined {
  if (definition === 'referral-need')
    return mostUrgent(waiting.filter(({ serviceType }) => serviceType === aspect));
  const isAnswer = definition === 'referral-ack' || definition === 'referral-decision';
  return isAnswer ? waiting.find(({ id }) => id === subject)?.priority : undefined;
}

const strictestFirst: readonly Priority[] = ['stat', 'asap', 'urgent', 'routine'];

const mostUrgent = (offers: Waiting): Priority =>
  strictestFirst.find((priority) => offers.some((one) => one.priority === priority)) ?? 'routine';
