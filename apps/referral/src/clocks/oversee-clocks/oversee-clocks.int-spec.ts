import { clockQuery } from '@rujukan/clockwork';
import { contextFor } from '@rujukan/testing';
import {
  aService,
  canary,
  shelter,
  stranger,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { OverseeClocks } from './oversee-clocks.query.js';

describe('oversight of clocks', () => {
  let service: TestService;
  let oversee: OverseeClocks;

  beforeAll(async () => {
    service = await aService();
    oversee = new OverseeClocks(service.uow, service.sealer, service.cursors);
  });
  afterAll(() => service.close());

  const read = async (roles: string[], query: object = {}) =>
    valueOf(await oversee.execute(contextFor({ agencyId: stranger, roles }), clockQuery.parse(query)));

  it('sees every agency’s clocks and no case, no number, no handoff', async () => {
    const id = await service.opens();
    const handoff = await service.asks(id);
    const { items } = await read(['oversight-commissioner']);
    expect(items).toHaveLength(3);
    expect(items.find(({ definition }) => definition === 'referral-ack')).toMatchObject({
      agencyId: shelter,
      caseRef: expect.stringMatching(/^S-/) as string,
    });
    const text = JSON.stringify(items);
    for (const secret of [id, handoff, canary, 'K-', 'R-']) expect(text).not.toContain(secret);
    expect(new Set(items.map(({ caseRef }) => caseRef)).size).toBe(1);
  });

  it('shows nothing to a role that may not oversee, by the floor itself', async () => {
    await service.asks(await service.opens());
    expect((await read(['supervisor'])).items).toEqual([]);
  });

  it('goes page by page and can be asked by agency and step', async () => {
    for (let n = 0; n < 2; n += 1) await service.asks(await service.opens());
    const all = (await read(['auditor'], { agencyId: shelter, definition: 'referral-ack' })).items;
    const first = await read(['auditor'], { agencyId: shelter, definition: 'referral-ack', limit: 2 });
    expect(first.items).toEqual(all.slice(0, 2));
    expect(first.next).toBeDefined();
  });
});
