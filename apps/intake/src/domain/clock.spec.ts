import { agencyType } from '@rujukan/contracts';
import * as fc from 'fast-check';
import { breach, isOverdue, meet, mustTellPolice, startPoliceClock, type DutyClock } from './clock.js';
import { agencyId, caseId } from './ids.js';

const receivedAt = new Date('2026-03-07T20:00:00Z');
const running = startPoliceClock('clock', {
  caseId: caseId('case'),
  agencyId: agencyId('agency'),
  receivedAt,
});
const after = (hours: number): Date => new Date(receivedAt.getTime() + hours * 3_600_000);

describe('the duty to tell the police', () => {
  it('ends with a report number of theirs', () => {
    expect(mustTellPolice({ agencyTypes: ['uptd-ppa'] })).toBe(true);
    expect(mustTellPolice({ agencyTypes: ['uptd-ppa'], policeReportNumber: 'LP/B/9001' })).toBe(false);
  });

  it.each(agencyType.codes)('where %s had the report exists unless that is the police', (type) => {
    const isPolice = ['police-wcpu', 'police-regional'].includes(type);
    expect(mustTellPolice({ agencyTypes: [type] })).toBe(!isPolice);
    expect(mustTellPolice({ agencyTypes: ['ngo-service', type, 'uptd-ppa'] })).toBe(!isPolice);
  });

  it('exists where nothing is known of the agencies', () => {
    expect(mustTellPolice({ agencyTypes: [] })).toBe(true);
    expect(mustTellPolice({ agencyTypes: ['a-newer-type'] })).toBe(true);
  });
});

describe('the police clock', () => {
  it('runs 72 hours from the receipt of the report, nights and holidays included', () => {
    expect(running).toMatchObject({ state: 'running', startedAt: receivedAt, dueAt: after(72) });
  });

  it('is kept on the very instant and missed right after it', () => {
    expect(isOverdue(running, after(72))).toBe(false);
    expect(breach(running, after(72))).toEqual({ ok: false, reason: 'clock-not-running' });
    expect(breach(running, new Date(after(72).getTime() + 1))).toMatchObject({ ok: true });
  });

  it('is met in time', () => {
    expect(meet(running, after(1))).toMatchObject({
      ok: true,
      value: { isLate: false, stoppedAt: after(1) },
    });
  });

  it('is met late after a breach, which stays on record', () => {
    const breached = breach(running, after(73));
    const met = breached.ok ? meet(breached.value, after(80)) : breached;
    expect(met).toMatchObject({ ok: true, value: { state: 'met', isLate: true, breachedAt: after(73) } });
  });

  it('fires once and is met once, whatever comes in which order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 200 })), { maxLength: 10 }),
        (steps) => {
          let clock: DutyClock = running;
          const seen: string[] = [];
          for (const [isBreach, hours] of steps) {
            const decision: ReturnType<typeof breach> | ReturnType<typeof meet> = isBreach
              ? breach(clock, after(hours))
              : meet(clock, after(hours));
            if (!decision.ok) continue;
            clock = decision.value;
            seen.push(clock.state);
          }
          expect(seen).toEqual([...new Set(seen)]);
        },
      ),
    );
  });
});
