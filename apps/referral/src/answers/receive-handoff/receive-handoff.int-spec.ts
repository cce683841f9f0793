import { randomUUID } from 'node:crypto';
import type { HandoffId } from '../../domain/ids.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('confirming receipt of a handoff', () => {
  let service: TestService;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.asks(await service.opens());
  });

  const receive = (agency: string, version = 1) =>
    service.receive.execute(someoneOf(agency), handoff, version);

  it('tells the sender that it arrived, and opens nothing yet', async () => {
    expect(valueOf(await receive(shelter))).toEqual({ id: handoff, status: 'received', version: 2 });
    expect(await service.events('handoff.received.v1', handoff)).toHaveLength(1);
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff)).status).toBe('received');
    expect(valueOf(await service.get.execute(someoneOf(shelter), handoff))).not.toHaveProperty('purpose');
  });

  it('is done once', async () => {
    valueOf(await receive(shelter));
    expect(reasonOf(await receive(shelter))).toBe('stale-version');
    expect(await service.receive.execute(someoneOf(shelter), handoff, 2)).toMatchObject({
      reason: 'illegal-transition',
      details: { allowedActions: ['accept', 'reject', 'return', 'refer-onward'] },
    });
  });

  it('gives the first answer again to the same request', async () => {
    const context = someoneOf(shelter, { idempotencyKey: randomUUID() });
    const first = await service.receive.execute(context, handoff, 1);
    expect(await service.receive.execute(context, handoff, 1)).toEqual({ ...first, replayed: true });
    expect(await service.events('handoff.received.v1', handoff)).toHaveLength(1);
  });

  it('is the receiver’s, and looks like it does not exist to another agency', async () => {
    expect(reasonOf(await receive(uptd))).toBe('not-receiver');
    expect(reasonOf(await receive(stranger))).toBe('not-found');
  });
});
