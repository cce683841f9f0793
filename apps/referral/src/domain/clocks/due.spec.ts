import { priority } from '@rujukan/contracts';
import type { RiskLevel } from '../custody/custody.js';
import { answerDueAt } from './due.js';
import { night } from '../fixtures/a-handoff.js';
import type { Priority } from '../handoffs/handoff.js';

const hours = (risk: RiskLevel, urgency: Priority): number =>
  (answerDueAt(risk, urgency, night).getTime() - night.getTime()) / 3_600_000;

describe('the time to answer', () => {
  it('is the stricter of risk and priority, in elapsed hours', () => {
    expect(hours('low', 'urgent')).toBe(24);
    expect(hours('medium', 'routine')).toBe(24);
    expect(hours('low', 'stat')).toBe(3);
    expect(hours('low', 'asap')).toBe(3);
  });

  it('is three working days where neither risk nor priority presses', () => {
    const saturday = new Date('2026-03-07T20:00:00Z');
    expect(answerDueAt('low', 'routine', saturday)).toEqual(new Date('2026-03-11T16:59:59.999Z'));
  });

  it('is never longer for a child at high or unknown risk', () => {
    for (const urgency of priority.codes) {
      expect(hours('high', urgency)).toBe(3);
      expect(hours('unassessed', urgency)).toBe(3);
    }
  });
});
