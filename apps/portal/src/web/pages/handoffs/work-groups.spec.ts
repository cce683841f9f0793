import type { Handoff, HandoffStatus } from '../../data/handoffs.js';
import { workList } from './work-groups.js';

const now = new Date('2026-03-10T10:00:00Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000).toISOString();

const one = (status: HandoffStatus, dueIn = 5, more: Partial<Handoff> = {}) =>
  ({
    id: `${status} ${dueIn}`,
    status,
    dueAt: at(dueIn),
    requestedAt: at(-1),
    caseId: `case of ${status}`,
    serviceType: 'emergency-shelter',
    ...more,
  }) as Handoff;

const next = (
  definition: NonNullable<Handoff['nextClock']>['definition'],
  dueIn: number,
): Pick<Handoff, 'nextClock'> => ({
  nextClock: { definition, state: dueIn < 0 ? 'breached' : 'running', dueAt: at(dueIn) },
});

const sort = (box: 'inbox' | 'outbox', handoffs: readonly Handoff[]) =>
  workList(handoffs, { box, now }).map(({ group, handoffs: found }) => [group, ...found.map(({ id }) => id)]);

describe('the inbox as a list of work', () => {
  it('begins with what is late, and goes on with what is new and what is due next', () => {
    const all = [one('completed'), one('received'), one('requested'), one('requested', -2), one('accepted')];
    expect(sort('inbox', all)).toEqual([
      ['late', 'requested -2'],
      ['fresh', 'requested 5'],
      ['next', 'received 5'],
      ['running', 'accepted 5'],
      ['done', 'completed 5'],
    ]);
  });

  it('puts what is due first at the top of its group, and each only once', () => {
    const all = [one('received', 9), one('received', 2), one('received', 9)];
    expect(sort('inbox', all)).toEqual([['next', 'received 2', 'received 9']]);
  });

  it('calls late the service of which the sender has heard nothing', () => {
    expect(sort('inbox', [one('in-progress', 5, next('referral-feedback', -1))])).toEqual([
      ['late', 'in-progress 5'],
    ]);
    expect(sort('inbox', [one('in-progress', -5, next('referral-feedback', 1))])).toEqual([
      ['running', 'in-progress -5'],
    ]);
  });

  it('goes by the deadline that counts first: to confirm, before to answer', () => {
    const all = [
      one('requested', 2, next('referral-ack', 2)),
      one('requested', 3, next('referral-ack', 0.25)),
    ];
    expect(sort('inbox', all)).toEqual([['fresh', 'requested 3', 'requested 2']]);
  });

  it('calls late what nobody confirmed in time, however long there is to answer', () => {
    const all = [one('requested', 2, next('referral-ack', -0.01)), one('received', 1)];
    for (const box of ['inbox', 'outbox'] as const)
      expect(sort(box, all)[0]).toEqual(['late', 'requested 2']);
  });
});

describe('what was sent as a list of work', () => {
  it('says whose turn it is', () => {
    const all = [one('returned'), one('rejected'), one('requested'), one('in-progress'), one('cancelled')];
    expect(sort('outbox', all)).toEqual([
      ['turn', 'returned 5', 'rejected 5'],
      ['waiting', 'requested 5'],
      ['running', 'in-progress 5'],
      ['done', 'cancelled 5'],
    ]);
  });

  it('lets a decline rest once the need was asked of somebody else', () => {
    const again = one('requested', 5, { caseId: 'case of rejected', requestedAt: at(0) });
    expect(sort('outbox', [one('rejected'), again])).toEqual([
      ['waiting', 'requested 5'],
      ['done', 'rejected 5'],
    ]);
  });
});
