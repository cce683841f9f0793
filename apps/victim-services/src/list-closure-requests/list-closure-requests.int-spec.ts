import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { RequestClosure } from '../request-closure/request-closure.js';
import { aService, singkawang, someoneOf, uptd, type TestService } from '../storage/fixtures/a-service.js';
import { ListClosureRequests } from './list-closure-requests.query.js';

describe('closures that wait', () => {
  let service: TestService;
  let listClosureRequests: ListClosureRequests;
  const manager = randomUUID();

  beforeAll(async () => {
    service = await aService();
    listClosureRequests = new ListClosureRequests(service.uow, service.cursors);
    for (const custodianAgencyId of [uptd, uptd, uptd, singkawang]) {
      const caseId = await service.opens({ custodianAgencyId });
      const who = someoneOf(custodianAgencyId, { subject: manager });
      await new RequestClosure(service.uow, service.sealer).execute(who, caseId, { reason: 'unfounded' });
    }
  });
  afterAll(() => service.close());

  const list = async (who = someoneOf(uptd, { roles: ['supervisor'] }), filter = {}) => {
    const outcome = await listClosureRequests.execute(who, { limit: 25, ...filter });
    if (!outcome.ok) throw new Error('refused');
    return outcome.value;
  };

  it('are those of one’s own agency, and say who may approve them', async () => {
    const { items, next } = await list();
    expect(items).toHaveLength(3);
    expect(next).toBeUndefined();
    expect(items[0]).toMatchObject({
      caseNumber: 'K-7Q4M2X9A-H',
      status: 'requested',
      reason: 'unfounded',
      version: 1,
      mayApprove: true,
    });
    const mine = await list(someoneOf(uptd, { roles: ['supervisor'], subject: manager }));
    expect(mine.items.every((item) => !item.mayApprove)).toBe(true);
  });

  it('come page by page, each once', async () => {
    const first = await list(undefined, { limit: 2 });
    const second = await list(undefined, { limit: 2, cursor: first.next });
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(3);
  });

  it('are filtered by state, and a cursor serves only its filter', async () => {
    expect((await list(undefined, { status: 'approved' })).items).toEqual([]);
    const { next } = await list(undefined, { limit: 1, status: 'requested' });
    await expect(list(undefined, { limit: 1, cursor: next })).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  it('leave the list when the case goes to another agency', async () => {
    const caseId = await service.opens({ custodianAgencyId: singkawang });
    const who = someoneOf(singkawang);
    await new RequestClosure(service.uow, service.sealer).execute(who, caseId, { reason: 'unfounded' });
    expect((await list(who)).items).toHaveLength(2);
    await service.transfers(caseId, singkawang, uptd);
    expect((await list(who)).items).toHaveLength(1);
  });

  it('are listed under the name of the reader', async () => {
    const who = someoneOf(uptd);
    const { items } = await list(who);
    const entries = await publishedEntries(service.database.worker);
    const entry = entries.find((one) => one.requestId === who.requestId);
    expect(entry).toMatchObject({ resultCount: items.length, outcome: 'success' });
    expect(entry?.subject).toEqual(items.map((item) => item.caseId).sort());
  });
});
