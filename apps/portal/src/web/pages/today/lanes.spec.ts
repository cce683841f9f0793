import type { DutyClock } from '../../data/clocks.js';
import { isAlarming, isUnsafe, ownNeeds } from './lanes.js';

const now = new Date('2026-03-10T10:00:00Z');

describe('what stands at the top of the day', () => {
  it('is an offer of ours at high risk that nobody has answered with less than an hour left', () => {
    expect(isAlarming({ riskLevel: 'high', dueAt: '2026-03-10T10:59:00Z' }, now)).toBe(true);
    expect(isAlarming({ riskLevel: 'high', dueAt: '2026-03-10T09:00:00Z' }, now)).toBe(true);
    expect(isAlarming({ riskLevel: 'unassessed', dueAt: '2026-03-10T10:30:00Z' }, now)).toBe(true);
  });

  it('is one that nobody has confirmed in time, however long there is to answer', () => {
    const unconfirmed = (state: 'running' | 'breached') => ({
      riskLevel: 'high' as const,
      dueAt: '2026-03-10T12:00:00Z',
      nextClock: { definition: 'referral-ack' as const, state, dueAt: '2026-03-10T10:00:00Z' },
    });
    expect(isAlarming(unconfirmed('breached'), now)).toBe(true);
    expect(isAlarming(unconfirmed('running'), now)).toBe(false);
  });

  it('is no offer that has time, or where nobody is in danger', () => {
    expect(isAlarming({ riskLevel: 'high', dueAt: '2026-03-10T11:01:00Z' }, now)).toBe(false);
    expect(isAlarming({ riskLevel: 'medium', dueAt: '2026-03-10T10:30:00Z' }, now)).toBe(false);
    expect(isAlarming({ dueAt: '2026-03-10T10:30:00Z' }, now)).toBe(false);
  });

  it('is a report of a child who is not safe', () => {
    expect(isUnsafe({ immediateSafety: 'unsafe' })).toBe(true);
    expect(isUnsafe({ immediateSafety: 'unknown' })).toBe(false);
  });
});

describe('the needs that an agency must find an answer to', () => {
  const clock = (agencyId: string, state: DutyClock['state']) =>
    ({ agencyId, state, caseId: 'case' }) as DutyClock;

  it('are its own that run or are late, and not those of another', () => {
    const clocks = [
      clock('uptd', 'running'),
      clock('uptd', 'breached'),
      clock('uptd', 'paused'),
      clock('other', 'running'),
    ];
    expect(ownNeeds(clocks, 'uptd').map(({ state }) => state)).toEqual(['running', 'breached']);
    expect(ownNeeds(clocks, null)).toEqual([]);
  });
});
