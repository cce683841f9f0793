import type { Handoff } from '../../data/handoffs.js';
import { nextDuty } from './next-duty.js';

const handoff = (status: Handoff['status'], dueAt: string) =>
  ({ status, dueAt, to: { name: 'shelter' } }) as Handoff;
const started = {
  at: '2025-11-03T02:00:00Z',
  type: 'clock-started',
  definition: 'police-report',
  dueAt: '2025-11-06T02:00:00Z',
} as const;

describe('the next duty of a case', () => {
  it('is the earliest deadline, whoever owes it', () => {
    expect(nextDuty([started], [handoff('requested', '2025-11-03T05:00:00Z')])).toMatchObject({
      kind: 'answer',
      agencyName: 'shelter',
    });
    expect(nextDuty([started], [handoff('requested', '2025-11-09T05:00:00Z')])).toMatchObject({
      kind: 'clock',
    });
  });

  it('is nothing once the duty is done and every handoff answered', () => {
    const met = { at: '2025-11-04T02:00:00Z', type: 'clock-met', definition: 'police-report' } as const;
    expect(nextDuty([started, met], [handoff('accepted', '2025-11-03T05:00:00Z')])).toBeUndefined();
  });

  it('remains when the deadline has passed', () => {
    const breached = {
      at: '2025-11-07T02:00:00Z',
      type: 'clock-breached',
      definition: 'police-report',
    } as const;
    expect(nextDuty([started, breached], [])).toMatchObject({ kind: 'clock' });
  });
});
