import { clockQuery } from '@rujukan/clockwork';
import { contextFor } from '@rujukan/testing';
import {
  aService,
  secondShelter,
  shelter,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListClocks } from './list-clocks.query.js';

describe('a list of clocks', () => {
  let service: TestService;
  let list: ListClocks;

  beforeAll(async () => {
    service = await aService();
    list = new ListClocks(service.uow, service.cursors);
    const id = await service.opens();
    await service.asks(id);
    await service.asks(id, { to: secondShelter });
    await service.refers(await service.opens());
  });
  afterAll(() => service.close());

  const read = async (agency: string | null, query: object = {}, now?: Date) =>
    valueOf(
      await list.execute(
        contextFor({ agencyId: agency, roles: ['supervisor'], ...(now ? { now } : {}) }),
        clockQuery.parse(query),
      ),
    );

  it('is what the agency owes and what it waits for, by deadline', async () => {
    const { items } = await read(uptd);
    expect(items.map(({ definition }) => definition).sort()).toEqual([
      'referral-ack',
      'referral-ack',
      'referral-decision',
      'referral-decision',
      'referral-feedback',
      'referral-need',
    ]);
    const deadlines = items.map(({ dueAt }) => dueAt.getTime());
    expect([...deadlines].sort((one, other) => one - other)).toEqual(deadlines);
    expect(new Set(items.map(({ agencyId }) => agencyId))).toEqual(new Set([uptd, shelter, secondShelter]));
    expect((await read(shelter)).items).toHaveLength(3);
  });

  it('names the case to who sent it, and the handoff alone to who has not accepted', async () => {
    const [owed] = (await read(secondShelter)).items;
    expect(owed).toMatchObject({ handoffId: expect.any(String) as string });
    expect(owed).not.toHaveProperty('caseId');
    expect((await read(uptd, { agencyId: secondShelter })).items[0]).toHaveProperty('caseId');
  });

  it('can be asked by step and by how it stands', async () => {
    expect((await read(uptd, { definition: 'referral-need' })).items).toHaveLength(1);
    const later = new Date('2026-03-07T21:30:00.000Z');
    expect((await read(uptd, { standing: 'overdue' }, later)).items).toMatchObject([
      { definition: 'referral-ack', isOverdue: true },
      { definition: 'referral-ack', isOverdue: true },
    ]);
    expect((await read(uptd, { standing: 'ended' })).items).toHaveLength(3);
  });

  it('goes page by page', async () => {
    const first = await read(uptd, { limit: 4 });
    const rest = await read(uptd, { limit: 4, cursor: first.next });
    expect([...first.items, ...rest.items]).toEqual((await read(uptd)).items);
    expect(rest.next).toBeUndefined();
  });

  it('is empty for who has no part and for who works for no agency', async () => {
    expect((await read(stranger)).items).toEqual([]);
    expect((await read(null)).items).toEqual([]);
  });

  it('is refused under a cursor of another question', async () => {
    const { next } = await read(uptd, { limit: 1 });
    await expect(read(uptd, { limit: 1, standing: 'ended', cursor: next })).rejects.toThrow(
      'invalid-request',
    );
  });
});
