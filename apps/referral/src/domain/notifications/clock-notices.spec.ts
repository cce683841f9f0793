import { topics } from '@rujukan/contracts';
import { clockNotices, type ClockNews } from './clock-notices.js';

const [agencyId, commission] = ['agency', 'commission'];
const duty = { clockId: 'clock', definition: 'referral-ack', caseId: 'case', agencyId } as const;
const ofHandoff = { ...duty, handoffId: 'handoff' };
const told = (type: ClockNews, more: object = {}, base: typeof duty = ofHandoff) =>
  clockNotices(type, { ...base, ...more }, { commissions: [commission] });

describe('who is told of a deadline', () => {
  it('is the desk that must act when it is near, and not at half of the time', () => {
    const line = { agencyId, clockId: 'clock', definition: 'referral-ack', handoffId: 'handoff' };
    expect(told('handoff-clock.warned.v1', { threshold: 80 })).toEqual([{ ...line, kind: 'clock-warned' }]);
    expect(told('handoff-clock.warned.v1', { threshold: 50 })).toEqual([]);
  });

  it('is the desk once for a miss, which the last moment does not tell besides', () => {
    expect(told('handoff-clock.warned.v1', { threshold: 100 })).toEqual([]);
    expect(told('handoff-clock.breached.v1')).toMatchObject([{ agencyId, kind: 'clock-missed' }]);
    expect(told('handoff-clock.breached.v1')[0]).not.toHaveProperty('audience');
  });

  it('is its supervisor on the first rung, and the commissions on the second, who are led to no case', () => {
    expect(told('handoff-clock.escalated.v1', { level: 'supervisor' })).toMatchObject([
      { agencyId, audience: 'supervisor', kind: 'clock-escalated', handoffId: 'handoff' },
    ]);
    for (const base of [duty, ofHandoff])
      expect(told('handoff-clock.escalated.v1', { level: 'oversight' }, base)).toEqual([
        {
          agencyId: commission,
          audience: 'oversight-commissioner',
          kind: 'clock-escalated',
          clockId: 'clock',
          definition: 'referral-ack',
        },
      ]);
  });

  it('is led to the handoff where there is one, to the case otherwise, and to neither for a withdrawal', () => {
    expect(told('handoff-clock.breached.v1')[0]).not.toHaveProperty('caseId');
    expect(told('clock.breached.v1', {}, duty)).toMatchObject([{ caseId: 'case' }]);
    expect(told('handoff-clock.breached.v1', { noticeId: 'notice' }, duty)[0]).not.toHaveProperty('caseId');
  });

  it('is the supervisor alone where she must act, and the rungs above are told of an emergency as one', () => {
    const review = { definition: 'break-glass-review', threshold: 80 };
    expect(told('clock.warned.v1', review)).toMatchObject([{ audience: 'supervisor' }]);
    expect(told('clock.breached.v1', review)).toMatchObject([{ audience: 'supervisor' }]);
    expect(told('clock.escalated.v1', { ...review, level: 'supervisor' })).toEqual([]);
    expect(told('clock.escalated.v1', { ...review, level: 'oversight' })).toEqual([]);
  });

  it('is somebody for every kind of news that topics carry of deadlines', () => {
    const types = topics.flatMap((topic) =>
      topic.types.filter((type) => /clock\.(?!started|met)/.test(type)),
    );
    expect(types).toHaveLength(6);
    for (const type of types)
      expect(told(type as ClockNews, { threshold: 80, level: 'supervisor' })).toHaveLength(1);
  });
});
