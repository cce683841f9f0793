import { fact, named, type LogEntity, type LogEntry } from './log-entry.js';
import { present } from './present.js';

/** How a duty fared, as far as entries say. */
export interface ClockHistory {
  readonly id: string;
  readonly definition: string;
  readonly due: string;
  readonly agency?: string;
  readonly timed?: string;
  readonly case?: string;
  readonly verdict: 'in-time' | 'late' | 'overdue' | 'running' | 'cancelled';
  /** Code of the reason that was given for being late. */
  readonly why?: string;
  readonly entries: readonly LogEntry[];
}

/** The clocks of one kind of duty that entries tell of, each as it stands at `now`. */
export function clocksIn(entries: readonly LogEntry[], definition: string, now: Date): ClockHistory[] {
  const ids = new Set(
    entries.flatMap((entry) =>
      named(entry, 'clock')
        .filter((clock) => fact(clock, 'definition') === definition)
        .map(({ id }) => id),
    ),
  );
  return [...ids].map((id) => historyOf(id, entries, now));
}

function historyOf(id: string, entries: readonly LogEntry[], now: Date): ClockHistory {
  const telling = entries.filter((entry) => named(entry, 'clock').some((clock) => clock.id === id));
  const told = telling.flatMap((entry) => named(entry, 'clock').filter((clock) => clock.id === id));
  const last = told.findLast((clock) => fact(clock, 'state') !== undefined);
  const timed = fact(last, 'timed');
  const [due = '', definition = ''] = [fact(last, 'due'), fact(last, 'definition')];
  return present<ClockHistory>({
    ...{ id, definition, due, timed, entries: telling },
    agency: fact(last, 'agency'),
    verdict: verdictOf(last, now.getTime() > Date.parse(due)),
    why: told.map((clock) => fact(clock, 'why')).find((reason) => reason !== undefined),
    case: caseOf(telling, timed),
  });
}

/** An act may start clocks of several cases: its own is the one that it times, where it times a case. */
const caseOf = ([first]: readonly LogEntry[], timed: string | undefined): string | undefined =>
  first?.subject.find((subject) => subject === timed) ?? first?.subject[0];

function verdictOf(clock: LogEntity | undefined, isOver: boolean): ClockHistory['verdict'] {
  const state = fact(clock, 'state');
  if (state === 'met') return clock?.facts?.['isLate'] === true ? 'late' : 'in-time';
  if (state === 'cancelled') return 'cancelled';
  // A state of a newer source is judged by the deadline.
  return state === 'breached' || isOver ? 'overdue' : 'running';
}
