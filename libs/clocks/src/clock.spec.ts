import * as fc from 'fast-check';
import {
  cancel,
  isOpen,
  isOverdue,
  meet,
  needsReason,
  pause,
  resume,
  startClock,
  tick,
  wakeAt,
  type ClockChange,
  type Duty,
  type DutyClock,
  type Move,
} from './clock.js';

const start = new Date('2026-03-07T20:00:00Z');
const after = (hours: number): Date => new Date(start.getTime() + hours * 3_600_000);

const duty: Duty = {
  id: 'clock',
  definition: 'referral-decision',
  caseId: 'case',
  agencyId: 'agency',
  subject: 'handoff',
  urgency: 'medium',
};
const decision = startClock(duty, start).clock;
const statutory = startClock({ ...duty, definition: 'police-report', subject: 'case' }, start).clock;

const names = (changes: readonly ClockChange[]) =>
  changes.map((change) =>
    change.what === 'warned'
      ? `warned ${change.threshold}`
      : change.what === 'escalated'
        ? `escalated ${change.level}`
        : change.what,
  );
const ticked = (clock: DutyClock, hours: number) => names(tick(clock, after(hours)).changes);
const moved = (move: Move | undefined): DutyClock => {
  if (!move) throw new Error('nothing moved');
  return move.clock;
};

describe('a clock', () => {
  it('starts with the deadline of its policy and keeps the version', () => {
    const { clock, changes } = startClock(duty, start);
    expect(clock).toMatchObject({
      state: 'running',
      dueAt: after(24),
      policyVersion: 1,
      round: 1,
      aspect: '',
    });
    expect(names(changes)).toEqual(['started']);
  });

  it('warns at half, at four fifths and at the end', () => {
    expect(ticked(decision, 11.99)).toEqual([]);
    expect(ticked(decision, 12)).toEqual(['warned 50']);
    expect(ticked(decision, 19.2)).toEqual(['warned 80']);
    expect(ticked(decision, 24)).toEqual(['warned 100']);
    const warned = tick(decision, after(12)).clock;
    expect(ticked(warned, 13)).toEqual([]);
    expect(wakeAt(warned)).toEqual(after(19.2));
  });

  it('of 72 hours warns at 57 h 36 min, and is kept by an act at 70 h 50 min', () => {
    expect(tick(statutory, after(57.6)).clock.warned).toBe(80);
    expect(moved(meet(statutory, after(70 + 50 / 60)))).toMatchObject({ state: 'met', isLate: false });
  });

  it('is kept on the very instant and missed right after it', () => {
    expect(isOverdue(decision, after(24))).toBe(false);
    const late = new Date(after(24).getTime() + 1);
    expect(names(tick(decision, late).changes)).toEqual(['warned 100', 'breached', 'escalated supervisor']);
    expect(wakeAt(tick(decision, after(24)).clock)).toEqual(late);
  });

  it('climbs to oversight when a day later nothing is done, and then has said all', () => {
    const breached = tick(decision, after(25)).clock;
    expect(wakeAt(breached)).toEqual(after(48));
    const { clock, changes } = tick(breached, after(48));
    expect(names(changes)).toEqual(['escalated oversight']);
    expect(wakeAt(clock)).toBeUndefined();
    expect(ticked(clock, 500)).toEqual([]);
  });

  it('tells everything at once when it was not looked at in time', () => {
    expect(ticked(decision, 100)).toEqual([
      'warned 100',
      'breached',
      'escalated supervisor',
      'escalated oversight',
    ]);
  });

  it('that is met late tells of the breach first, once', () => {
    expect(names(meet(decision, after(30))!.changes)).toEqual(['breached', 'met']);
    expect(names(meet(tick(decision, after(25)).clock, after(30))!.changes)).toEqual(['met']);
    expect(moved(meet(decision, after(30)))).toMatchObject({ isLate: true, breachedAt: after(30) });
  });

  it('that nobody needs any more is cancelled, and a breach stays on record', () => {
    expect(names(cancel(decision, after(1))!.changes)).toEqual(['cancelled']);
    expect(moved(cancel(decision, after(30)))).toMatchObject({ state: 'cancelled', breachedAt: after(30) });
  });

  it('stops once', () => {
    const met = moved(meet(decision, after(1)));
    expect([
      meet(met, after(2)),
      cancel(met, after(2)),
      pause(met, 'x', after(2)),
      resume(met, after(2)),
    ]).toEqual([undefined, undefined, undefined, undefined]);
    expect(tick(met, after(99)).changes).toEqual([]);
    expect(isOpen(met)).toBe(false);
  });
});

describe('a pause', () => {
  const paused = moved(pause(decision, 'returned', after(6)));

  it('moves the deadline, and the warnings with it', () => {
    expect(wakeAt(paused)).toBeUndefined();
    expect(tick(paused, after(99)).changes).toEqual([]);
    const resumed = moved(resume(paused, after(16)));
    expect(resumed).toMatchObject({ state: 'running', dueAt: after(34), pausedMs: 10 * 3_600_000 });
    expect(wakeAt(resumed)).toEqual(after(22));
  });

  it('is no breach, however long it takes', () => {
    expect(moved(meet(paused, after(99)))).toMatchObject({ state: 'met', isLate: false });
  });

  it('is refused to the law, to what has not the time any more, and to what is paused', () => {
    expect(pause(statutory, 'returned', after(6))).toBeUndefined();
    expect(pause(decision, 'returned', after(25))).toBeUndefined();
    expect(pause(paused, 'again', after(7))).toBeUndefined();
    expect(resume(decision, after(7))).toBeUndefined();
  });
});

describe('a missed limit of the law', () => {
  it('asks for a reason; one that was agreed does not', () => {
    expect(needsReason(statutory, after(72))).toBe(false);
    expect(needsReason(statutory, after(72.1))).toBe(true);
    expect(needsReason(decision, after(99))).toBe(false);
  });
});

describe('whatever comes in which order', () => {
  const step = fc.record({
    what: fc.constantFrom('tick', 'meet', 'cancel', 'pause', 'resume'),
    hours: fc.integer({ min: -5, max: 80 }),
  });

  const take = (clock: DutyClock, what: string, now: Date): Move | undefined => {
    switch (what) {
      case 'tick':
        return tick(clock, now);
      case 'meet':
        return meet(clock, now);
      case 'cancel':
        return cancel(clock, now);
      case 'pause':
        return pause(clock, 'returned', now);
      default:
        return resume(clock, now);
    }
  };

  it('a clock breaches once at most, never before its deadline, warns upwards, and ends once', () => {
    fc.assert(
      fc.property(fc.constantFrom(decision, statutory), fc.array(step, { maxLength: 20 }), (first, steps) => {
        let clock = first;
        const told: ClockChange[] = [];
        for (const { what, hours } of steps) {
          const move = take(clock, what, after(hours));
          if (!move) continue;
          clock = move.clock;
          told.push(...move.changes);
        }
        const count = (...whats: string[]) => told.filter(({ what }) => whats.includes(what)).length;
        expect(count('breached')).toBe('breachedAt' in clock ? 1 : 0);
        expect(count('met', 'cancelled')).toBe(isOpen(clock) ? 0 : 1);
        const thresholds = told.flatMap((change) => (change.what === 'warned' ? [change.threshold] : []));
        expect([...new Set(thresholds)].sort((one, other) => one - other)).toEqual(thresholds);
        for (const change of told)
          if (change.what === 'breached' && change.clock.state === 'breached')
            expect(change.clock.breachedAt.getTime()).toBeGreaterThan(change.clock.dueAt.getTime());
        if (first === statutory) expect(count('paused')).toBe(0);
      }),
    );
  });

  it('time alone always comes to an end: waking a clock when it asks to be woken tells each thing once', () => {
    let clock = decision;
    const told: string[] = [];
    for (let next = wakeAt(clock); next; next = wakeAt(clock)) {
      const move = tick(clock, next);
      expect(move.changes.length).toBeGreaterThan(0);
      clock = move.clock;
      told.push(...names(move.changes));
    }
    expect(told).toEqual([
      'warned 50',
      'warned 80',
      'warned 100',
      'breached',
      'escalated supervisor',
      'escalated oversight',
    ]);
  });
});
