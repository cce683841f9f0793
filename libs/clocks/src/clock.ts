import { dueAt } from './calendar.js';
import { policies } from './policies.js';
import {
  inForce,
  isStatutory,
  ladder,
  limitOf,
  mayPause,
  thresholds,
  type Definition,
  type Level,
  type Policy,
  type Threshold,
  type Urgency,
} from './policy.js';

interface Shared {
  readonly id: string;
  readonly definition: Definition;
  /** Of the policy under which it was started; it never changes for a clock that runs. */
  readonly policyVersion: number;
  readonly caseId: string;
  /** The agency that must act. */
  readonly agencyId: string;
  /** The agency that waits for it, if another does. */
  readonly awaitedBy?: string;
  /** What is timed: id of a case or of a handoff. */
  readonly subject: string;
  /** Tells several needs of one subject apart, by service type for example; empty where there is one. */
  readonly aspect: string;
  /** Counted from 1: an extension, or the next of duties that come again. */
  readonly round: number;
  readonly startedAt: Date;
  readonly dueAt: Date;
  /** Time that pauses took so far (ms); the deadline has moved by as much. */
  readonly pausedMs: number;
  /** The highest threshold that was told, 0 for none. */
  readonly warned: 0 | Threshold;
  /** Rungs of the ladder that were reached. */
  readonly escalated: number;
}

/** running <-> paused; running -> breached; running, paused, breached -> met | cancelled. A breach stays on record. */
export type DutyClock = Shared &
  (
    | { readonly state: 'running' }
    | { readonly state: 'paused'; readonly pausedAt: Date; readonly pauseReason: string }
    | { readonly state: 'breached'; readonly breachedAt: Date }
    | {
        readonly state: 'met';
        readonly stoppedAt: Date;
        readonly isLate: boolean;
        readonly breachedAt?: Date;
      }
    | { readonly state: 'cancelled'; readonly stoppedAt: Date; readonly breachedAt?: Date }
  );

export type ClockIn<State extends DutyClock['state']> = Extract<DutyClock, { state: State }>;

/** Something that is told of a clock, with the clock as it then stands. */
export type ClockChange =
  | {
      readonly what: 'started' | 'paused' | 'resumed' | 'breached' | 'met' | 'cancelled';
      readonly clock: DutyClock;
    }
  | { readonly what: 'warned'; readonly threshold: Threshold; readonly clock: DutyClock }
  | { readonly what: 'escalated'; readonly level: Level; readonly clock: DutyClock };

/** How a clock stands after something happened, and what is to be told of it, in order. */
export interface Move {
  readonly clock: DutyClock;
  readonly changes: readonly ClockChange[];
  /** It was paused before, if only for a moment. */
  readonly endsPause?: true;
}

export interface Duty {
  readonly id: string;
  readonly definition: Definition;
  readonly caseId: string;
  readonly agencyId: string;
  readonly awaitedBy?: string;
  readonly subject: string;
  readonly aspect?: string;
  readonly urgency?: Urgency;
  readonly round?: number;
}

export const policyOf = ({ definition, policyVersion }: DutyClock): Policy => {
  const policy = policies[definition].find(({ version }) => version === policyVersion);
  if (!policy) throw new Error(`${definition} has no version ${policyVersion}`);
  return policy;
};

/** When a duty that begins at `start` must be done, under the policy of that moment. */
export const deadlineOf = (
  definition: Definition,
  start: Date,
  { urgency, round = 1 }: { readonly urgency?: Urgency; readonly round?: number } = {},
): Date => dueAt(start, limitOf(inForce(policies[definition], start), urgency, round));

export function startClock(duty: Duty, startedAt: Date): Move {
  const { urgency: _urgency, aspect = '', round = 1, ...rest } = duty;
  const { definition } = rest;
  const clock: DutyClock = {
    ...rest,
    policyVersion: inForce(policies[definition], startedAt).version,
    aspect,
    round,
    startedAt,
    dueAt: deadlineOf(definition, startedAt, duty),
    pausedMs: 0,
    warned: 0,
    escalated: 0,
    state: 'running',
  };
  return told(clock, 'started');
}

export const isOpen = ({ state }: DutyClock): boolean => state !== 'met' && state !== 'cancelled';

/** The deadline is kept when the act falls on it exactly. */
export const isOverdue = (clock: DutyClock, now: Date): boolean => now > clock.dueAt;

/** Stops the time of a clock that waits for somebody else; undefined where it does not run or the law lets it not wait. */
export function pause(clock: DutyClock, reason: string, now: Date): Move | undefined {
  if (clock.state !== 'running' || isOverdue(clock, now) || !mayPause(policyOf(clock))) return undefined;
  return told({ ...clock, state: 'paused', pausedAt: now, pauseReason: reason }, 'paused');
}

/** Lets it run on, its deadline moved by the pause; undefined where it is not paused. */
export function resume(clock: DutyClock, now: Date): Move | undefined {
  return clock.state === 'paused' ? { ...told(runOn(clock, now), 'resumed'), endsPause: true } : undefined;
}

/** What it asks for was done; undefined where it is stopped already. A breach that was not told yet is told first. */
export function meet(clock: DutyClock, now: Date): Move | undefined {
  return stop(clock, now, (open) => ({
    ...open,
    state: 'met',
    stoppedAt: now,
    isLate: isOverdue(open, now),
  }));
}

/** There is nothing left to do, since what it asked for is not wanted any more; undefined where it is stopped already. */
export function cancel(clock: DutyClock, now: Date): Move | undefined {
  return stop(clock, now, (open) => ({ ...open, state: 'cancelled', stoppedAt: now }));
}

/** What time itself brought by now: the highest warning reached, one breach, the rungs of the ladder. */
export function tick(clock: DutyClock, now: Date): Move {
  const changes: ClockChange[] = [];
  let at = clock;
  const threshold = thresholds.findLast((one) => thresholdAt(clock, one) <= now);
  if (at.state === 'running' && threshold !== undefined && threshold > at.warned) {
    at = { ...at, warned: threshold };
    changes.push({ what: 'warned', threshold, clock: at });
  }
  const breached = breach(at, now);
  if (breached) {
    at = breached.clock;
    changes.push(...breached.changes);
  }
  for (const { level, after } of ladder.slice(at.escalated)) {
    if (at.state !== 'breached' || now.getTime() < at.dueAt.getTime() + after) break;
    at = { ...at, escalated: at.escalated + 1 };
    changes.push({ what: 'escalated', level, clock: at });
  }
  return { clock: at, changes };
}

/** When time will next bring something; undefined where it never will. */
export function wakeAt(clock: DutyClock): Date | undefined {
  switch (clock.state) {
    case 'running': {
      const next = thresholds.find((one) => one > clock.warned);
      return next === undefined ? new Date(clock.dueAt.getTime() + 1) : thresholdAt(clock, next);
    }
    case 'breached': {
      const rung = ladder[clock.escalated];
      return rung && new Date(clock.dueAt.getTime() + rung.after);
    }
    case 'paused':
    case 'met':
    case 'cancelled':
      return undefined;
  }
}

/** A limit of the law that was missed is not closed without a reason in writing. */
export const needsReason = (clock: DutyClock, now: Date): boolean =>
  isOpen(clock) && isOverdue(clock, now) && isStatutory(policyOf(clock));

function thresholdAt({ startedAt, dueAt: end, pausedMs }: DutyClock, threshold: Threshold): Date {
  const from = startedAt.getTime() + pausedMs;
  return new Date(from + ((end.getTime() - from) * threshold) / 100);
}

function breach(clock: DutyClock, now: Date): Move | undefined {
  if (clock.state !== 'running' || !isOverdue(clock, now)) return undefined;
  return told({ ...clock, state: 'breached', breachedAt: now }, 'breached');
}

function runOn(clock: ClockIn<'paused'>, now: Date): ClockIn<'running'> {
  const { pausedAt, pauseReason: _reason, ...rest } = clock;
  const waited = now.getTime() - pausedAt.getTime();
  return {
    ...rest,
    state: 'running',
    dueAt: new Date(clock.dueAt.getTime() + waited),
    pausedMs: clock.pausedMs + waited,
  };
}

function stop(
  clock: DutyClock,
  now: Date,
  end: (open: ClockIn<'running' | 'breached'>) => ClockIn<'met' | 'cancelled'>,
): Move | undefined {
  const running = clock.state === 'paused' ? runOn(clock, now) : clock;
  if (running.state !== 'running' && running.state !== 'breached') return undefined;
  const late = breach(running, now);
  const stopped = end((late?.clock ?? running) as ClockIn<'running' | 'breached'>);
  const changes = [...(late?.changes ?? []), { what: stopped.state, clock: stopped }];
  return { clock: stopped, changes, ...(clock.state === 'paused' ? { endsPause: true } : {}) };
}

const told = (clock: DutyClock, what: 'started' | 'paused' | 'resumed' | 'breached'): Move => ({
  clock,
  changes: [{ what, clock }],
});
