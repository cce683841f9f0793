import type { BoardGroup } from '../../data/clocks.js';
import { byAgency } from './board.js';

const group = (agencyId: string, definition: string, overdue: number, nextDueAt: string) =>
  ({ agencyId, definition, overdue, nextDueAt, running: 1, dueSoon: 0, paused: 0 }) as BoardGroup;

describe('the board of deadlines', () => {
  it('begins with the agency that is late most, and with the step where it is', () => {
    const board = byAgency([
      group('uptd', 'referral-need', 0, '2026-03-10T10:00:00Z'),
      group('shelter', 'referral-feedback', 0, '2026-03-12T10:00:00Z'),
      group('shelter', 'referral-decision', 2, '2026-03-10T08:00:00Z'),
      group('shelter', 'referral-ack', 0, '2026-03-11T08:00:00Z'),
    ]);
    expect(board.map(({ agencyId, overdue }) => [agencyId, overdue])).toEqual([
      ['shelter', 2],
      ['uptd', 0],
    ]);
    expect(board[0]?.steps.map(({ definition }) => definition)).toEqual([
      'referral-decision',
      'referral-ack',
      'referral-feedback',
    ]);
  });
});
