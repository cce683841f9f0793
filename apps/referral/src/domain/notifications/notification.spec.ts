import { topics, type EventData } from '@rujukan/contracts';
import { receiver, sender, terms } from '../fixtures/a-handoff.js';
import { alerts, notificationsOf, rules } from './notification.js';

const data = {
  handoffId: terms.id,
  caseId: terms.caseId,
  kind: 'referral' as const,
  fromAgencyId: sender,
  toAgencyId: receiver,
  version: 2,
};
const proposed: EventData['handoff.alternative-proposed.v1'] = {
  ...data,
  serviceType: 'emergency-shelter',
  riskLevel: 'high',
  areaCode: '61.71.02',
};
const social = '0195718e-5a00-7000-8000-00000000000f';

describe('what a desk is told', () => {
  it('is every move of a handoff', () => {
    const own = topics.find(({ name }) => name === 'referral.handoff.events')!;
    const moves = own.types.filter((type) => type.startsWith('handoff.'));
    expect(Object.keys(rules).sort()).toEqual([...moves].sort());
  });

  it('comes to whoever did not do it', () => {
    expect(notificationsOf('handoff.requested.v1', data)).toEqual([
      { agencyId: receiver, kind: 'new-task', handoffId: terms.id, status: 'requested' },
    ]);
    expect(notificationsOf('handoff.accepted.v1', data)).toMatchObject([{ agencyId: sender }]);
  });

  it('is no proposal where nobody who fits was found', () => {
    const news = 'handoff.alternative-proposed.v1';
    expect(notificationsOf(news, proposed)).toEqual([]);
    expect(notificationsOf(news, { ...proposed, proposedAgencyId: social })).toEqual([
      { agencyId: sender, kind: 'alternative-proposed', handoffId: terms.id },
    ]);
  });

  it('never names the case', () => {
    for (const type of Object.keys(rules) as (keyof typeof rules)[])
      expect(JSON.stringify(notificationsOf(type, data))).not.toContain(terms.caseId);
  });
});

describe('a child at high risk who was declined for want of room', () => {
  it('is known to her agency’s supervisor; the social services hear which service is full, in which city', () => {
    expect(alerts(proposed, [social, sender])).toEqual([
      {
        agencyId: sender,
        audience: 'supervisor',
        kind: 'capacity-alert',
        handoffId: terms.id,
        serviceType: 'emergency-shelter',
      },
      { agencyId: social, kind: 'capacity-alert', serviceType: 'emergency-shelter', areaCode: '61.71' },
    ]);
    expect(alerts({ ...proposed, riskLevel: 'unassessed' }, [social])).toHaveLength(2);
  });

  it('alarms nobody where the risk is lower', () => {
    expect(alerts({ ...proposed, riskLevel: 'medium' }, [social])).toEqual([]);
  });
});
