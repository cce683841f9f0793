import { randomUUID } from 'node:crypto';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  canary,
  reasonOf,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('completing a handoff', () => {
  let service: TestService;
  let id: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    handoff = await service.refers(id);
  });

  const served = { outcome: 'service-provided', note: canary } as const;
  const complete = (
    agency: string,
    version: number,
    completion: { outcome: 'service-provided' | 'client-moved' } = served,
  ) => service.complete.execute(someoneOf(agency), handoff, version, completion);

  it('closes the loop with an outcome after the service began', async () => {
    await service.attends(handoff, shelter);
    expect(valueOf(await complete(shelter, 3))).toEqual({ id: handoff, status: 'completed', version: 4 });
    expect((await service.events('handoff.completed.v1', handoff))[0]?.data).toMatchObject({
      outcome: 'service-provided',
      version: 4,
    });
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff))).toMatchObject({
      outcome: 'service-provided',
      reply: canary,
    });
  });

  it('ends as not completed where the child was not served', async () => {
    expect(valueOf(await complete(shelter, 2, { outcome: 'client-moved' })).status).toBe('not-completed');
    expect(await service.events('handoff.not-completed.v1', handoff)).toHaveLength(1);
    expect(await service.events('handoff.completed.v1', handoff)).toHaveLength(0);
  });

  it('ends what the receiver may read, and its way to the case', async () => {
    valueOf(await complete(shelter, 2));
    const seen = valueOf(await service.get.execute(someoneOf(shelter), handoff));
    expect(seen).toMatchObject({ status: 'completed' });
    for (const closed of ['caseId', 'purpose', 'note']) expect(seen).not.toHaveProperty(closed);
    expect(
      await service.seenBy(shelter, 'select part from handoff_text where handoff_id = $1', [handoff]),
    ).toEqual([{ part: 'reply' }]);
  });

  it('of a transfer leaves the new custodian what it took over', async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.accept.execute(someoneOf(singkawang), transfer, 1));
    valueOf(await service.complete.execute(someoneOf(singkawang), transfer, 2, served));
    expect(valueOf(await service.get.execute(someoneOf(singkawang), transfer))).toMatchObject({
      caseId: id,
      purpose: canary,
    });
  });

  it('is possible when the case is closed: an open end helps nobody', async () => {
    await service.closes(id);
    expect(reasonOf(await complete(shelter, 2))).toBe('done');
  });

  it('is not possible before acceptance, twice, with an old version, or for others', async () => {
    const waiting = await service.asks(id);
    expect(await service.complete.execute(someoneOf(shelter), waiting, 1, served)).toMatchObject({
      reason: 'illegal-transition',
      details: { allowedActions: ['receive', 'accept', 'reject', 'return', 'refer-onward'] },
    });
    expect(reasonOf(await complete(uptd, 2))).toBe('not-receiver');
    expect(reasonOf(await complete(stranger, 2))).toBe('not-found');
    expect(reasonOf(await complete(shelter, 1))).toBe('stale-version');
    valueOf(await complete(shelter, 2));
    expect(reasonOf(await complete(shelter, 3))).toBe('illegal-transition');
  });

  it('gives the first answer again to the same request', async () => {
    const context = someoneOf(shelter, { idempotencyKey: randomUUID() });
    const first = await service.complete.execute(context, handoff, 2, served);
    expect(await service.complete.execute(context, handoff, 2, served)).toEqual({ ...first, replayed: true });
    expect(await service.events('handoff.completed.v1', handoff)).toHaveLength(1);
  });
});
