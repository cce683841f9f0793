import type { Handoff } from './handoffs.js';
import { successorOf } from './successor.js';

const handoff = (id: string, requestedAt: string, more: Partial<Handoff> = {}) =>
  ({ id, caseId: 'c', serviceType: 'emergency-shelter', requestedAt, ...more }) as Handoff;
const declined = handoff('1', '2025-11-03T02:00:00Z');

describe('a declined handoff', () => {
  it('is followed by a later one for the same need', () => {
    expect(successorOf(declined, [declined, handoff('2', '2025-11-03T03:00:00Z')])?.id).toBe('2');
  });

  it('stays open when nobody was asked since, or for something else', () => {
    expect(
      successorOf(declined, [
        declined,
        handoff('2', '2025-11-02T03:00:00Z'),
        handoff('3', '2025-11-03T03:00:00Z', { serviceType: 'legal-aid' }),
        handoff('4', '2025-11-03T03:00:00Z', { caseId: 'other' }),
      ]),
    ).toBeUndefined();
  });
});
