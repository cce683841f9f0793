import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import { StrikeClocks } from '../../clocks/strike-clocks/strike-clocks.js';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ListHandoffs } from './list-handoffs.query.js';

describe('the list of handoffs', () => {
  let service: TestService;
  let list: ListHandoffs;
  let first: CaseId;
  let ids: { declined: HandoffId; accepted: HandoffId; waiting: HandoffId; elsewhere: HandoffId };

  beforeAll(async () => {
    service = await aService();
    list = new ListHandoffs(service.uow, service.cursors);
    first = await service.opens();
    const at = (minute: number) =>
      someoneOf(uptd, { now: new Date(saturdayNight.getTime() + minute * 60_000) });
    const declined = await service.asks(first, {}, at(1));
    valueOf(await service.reject.execute(someoneOf(shelter), declined, 1, { reason: 'no-capacity' }));
    const accepted = await service.asks(first, {}, at(2));
    valueOf(await service.accept.execute(someoneOf(shelter), accepted, 1));
    const waiting = await service.asks(await service.opens(), {}, at(3));
    const elsewhere = await service.asks(first, { to: secondShelter }, at(4));
    ids = { declined, accepted, waiting, elsewhere };
  });
  afterAll(() => service.close());

  const page = async (agency: string, query: Partial<Parameters<ListHandoffs['execute']>[1]> = {}) =>
    valueOf(await list.execute(someoneOf(agency), { limit: 25, ...query }));
  const seen = async (...question: Parameters<typeof page>) =>
    (await page(...question)).items.map(({ id }) => id);

  it('is what the agency was asked and what it asked, newest first, and nobody else’s', async () => {
    expect(await seen(shelter, { box: 'inbox' })).toEqual([ids.waiting, ids.accepted, ids.declined]);
    expect(await seen(shelter)).toEqual([ids.waiting, ids.accepted, ids.declined]);
    expect(await seen(shelter, { box: 'outbox' })).toEqual([]);
    expect(await seen(uptd, { box: 'outbox' })).toHaveLength(4);
    expect(await seen(secondShelter)).toHaveLength(1);
    expect(await seen(stranger)).toEqual([]);
  });

  it('narrows by status', async () => {
    expect(await seen(shelter, { status: 'requested' })).toEqual([ids.waiting]);
    expect(await seen(uptd, { status: 'rejected' })).toEqual([ids.declined]);
  });

  it('narrows by case, without telling a receiver which envelope belongs to it', async () => {
    expect(await seen(uptd, { caseId: first })).toHaveLength(3);
    expect(await seen(shelter, { caseId: first })).toEqual([ids.accepted]);
    expect(await seen(secondShelter, { caseId: first })).toEqual([]);
  });

  it('names the case in a line only where the reader may know it, and opens no text', async () => {
    const lines = (await page(shelter)).items;
    expect(lines.map(({ caseId }) => caseId)).toEqual([undefined, first, undefined]);
    for (const line of lines) expect(line).not.toHaveProperty('purpose');
  });

  it('is read page by page, each line once', async () => {
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { items, next } = await page(uptd, { limit: 3, box: 'outbox', ...(cursor ? { cursor } : {}) });
      found.push(...items.map(({ id }) => id));
      cursor = next;
    } while (cursor);
    expect(found).toEqual(await seen(uptd, { box: 'outbox' }));
  });

  it('says of each which deadline counts first, the same to whoever must act and whoever waits for it', async () => {
    const next = async (agency: string) =>
      Object.fromEntries((await page(agency)).items.map(({ id, nextClock }) => [id, nextClock]));
    const confirm = {
      definition: 'referral-ack',
      state: 'running',
      dueAt: new Date(saturdayNight.getTime() + 63 * 60_000),
    };
    const atShelter = await next(shelter);
    expect(atShelter).toMatchObject({
      [ids.waiting]: confirm,
      [ids.accepted]: { definition: 'referral-feedback', state: 'running' },
    });
    expect(atShelter[ids.declined]).toBeUndefined();
    expect(await next(uptd)).toMatchObject(atShelter);

    const clock = testClock(new Date(confirm.dueAt.getTime() + 1));
    await new StrikeClocks(new UnitOfWork(service.database.worker, 'referral', clock)).execute();
    expect((await next(uptd))[ids.waiting]).toEqual({ ...confirm, state: 'breached' });
    valueOf(await service.receive.execute(someoneOf(shelter), ids.waiting, 1));
    expect((await next(uptd))[ids.waiting]).toMatchObject({
      definition: 'referral-decision',
      state: 'running',
    });
  });

  it('is recorded with what it showed', async () => {
    await page(shelter, { status: 'received' });
    expect((await service.trail(ids.waiting)).at(-1)).toMatchObject({
      resultCount: 1,
      authz: { policyId: 'party-reads' },
      entity: [{ type: 'handoff', id: ids.waiting }],
    });
  });

  it('shows a new custodian what goes on and nothing that had ended, and the old one the other way round', async () => {
    const transfer = await service.asksTransfer(first);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    expect(await seen(singkawang)).toEqual([ids.elsewhere, ids.accepted, transfer]);
    expect(await seen(uptd)).toEqual([ids.waiting, ids.declined, transfer]);
  });
});
