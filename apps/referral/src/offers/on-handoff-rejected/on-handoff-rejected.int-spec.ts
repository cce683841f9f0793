import { contextFor } from '@rujukan/testing';
import type { CaseId } from '../../domain/ids.js';
import { ListCapacityDeclines } from '../../directory/list-capacity-declines/list-capacity-declines.query.js';
import {
  aService,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('a shelter that is full', () => {
  let service: TestService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  type Reason = Parameters<TestService['reject']['execute']>[3]['reason'];
  const declines = async (agency: string, reason: Reason = 'no-capacity', more = {}) => {
    const handoff = await service.asks(id, { to: agency as typeof shelter, ...more });
    valueOf(await service.reject.execute(someoneOf(agency), handoff, 1, { reason }));
    await service.hearsOfRejection(handoff);
    return handoff;
  };
  const seen = async (agency: string, handoff: Awaited<ReturnType<typeof declines>>) =>
    valueOf(await service.get.execute(someoneOf(agency), handoff));

  it('has the sender told whom to ask next, and nobody else', async () => {
    const handoff = await declines(shelter);
    expect((await seen(uptd, handoff)).proposal).toMatchObject({
      agency: { agencyId: secondShelter, code: 'ngo-e' },
    });
    expect(await seen(shelter, handoff)).not.toHaveProperty('proposal');
    expect(await service.seenBy(shelter, 'select from handoff_proposal')).toEqual([]);
    const [proposed] = await service.events('handoff.alternative-proposed.v1', handoff);
    expect(proposed?.data).toMatchObject({ riskLevel: 'high', proposedAgencyId: secondShelter });
    const entries = await service.trail(handoff);
    expect(entries.find(({ type }) => type === 'handoff.propose-alternative')).toMatchObject({
      actor: { sub: 'system:referral' },
      subject: [id],
    });
  });

  it('is followed by nobody where everyone was asked, and the sender is told of no proposal', async () => {
    await declines(shelter);
    const second = await declines(secondShelter);
    expect(await seen(uptd, second)).not.toHaveProperty('proposal');
    const [proposed] = await service.events('handoff.alternative-proposed.v1', second);
    expect(proposed?.data).not.toHaveProperty('proposedAgencyId');
  });

  it('is heard once, however often the news comes', async () => {
    const handoff = await declines(shelter);
    await service.hearsOfRejection(handoff);
    expect(await service.events('handoff.alternative-proposed.v1', handoff)).toHaveLength(1);
  });

  it.each<[string, Reason, object]>([
    ['for another reason', 'safety-risk', {}],
    ['for another reason again', 'not-eligible-age', {}],
  ])('is another matter than a decline %s', async (_, reason, more) => {
    const handoff = await declines(shelter, reason, more);
    expect(await seen(uptd, handoff)).not.toHaveProperty('proposal');
    expect(await service.events('handoff.alternative-proposed.v1', handoff)).toEqual([]);
  });

  it('does not pass a whole case around', async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.reject.execute(someoneOf(singkawang), transfer, 1, { reason: 'no-capacity' }));
    await service.hearsOfRejection(transfer);
    expect(await seen(uptd, transfer)).not.toHaveProperty('proposal');
  });

  it('is counted, by month, agency and kind of service, without a case', async () => {
    await declines(shelter);
    const commissioner = contextFor({ agencyId: null, roles: ['oversight-commissioner'] });
    const list = new ListCapacityDeclines(service.uow);
    const count = async (from: string, until: string) =>
      valueOf(await list.execute(commissioner, { from, until })).items;
    const march = await count('2026-03-08', '2026-03-08');
    expect(march.map(({ month, agencyId, serviceType }) => [month, agencyId, serviceType])).toContainEqual([
      '2026-03',
      shelter,
      'emergency-shelter',
    ]);
    const sql = 'select count(*)::int as n from capacity_decline';
    const [{ n }] = await service.database.worker.query<[{ n: number }]>(sql);
    expect(march.reduce((sum, line) => sum + line.count, 0)).toBe(n);
    expect(await count('2026-03-01', '2026-03-07')).toEqual([]);
    expect(JSON.stringify(march)).not.toContain(id);
  });
});
