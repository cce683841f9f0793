import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  anAsk,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { RequestOpenly } from './request-openly.js';

describe('asking several at once', () => {
  let service: TestService;
  let openly: RequestOpenly;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
    openly = new RequestOpenly(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const asks = (to: (typeof shelter)[] = [shelter, secondShelter], more: { custodyEpoch?: number } = {}) =>
    openly.execute(
      someoneOf(uptd),
      id,
      to.map((agency) => anAsk({ to: agency })),
      { purpose: 'tempat aman', ...more },
    );
  const status = async (agency: string, handoff: string) =>
    valueOf(await service.get.execute(someoneOf(agency), handoff as HandoffId)).status;

  it('gives it to the first who accepts, and frees the others in the same moment', async () => {
    const { id: request, handoffs } = valueOf(await asks());
    const [first, second] = handoffs.map((one) => one.id as HandoffId) as [HandoffId, HandoffId];
    valueOf(await service.accept.execute(someoneOf(secondShelter), second, 1));
    expect(await status(secondShelter, second)).toBe('accepted');
    expect(await status(shelter, first)).toBe('cancelled');
    expect(await service.events('handoff.cancelled.v1', first)).toMatchObject([{ data: { version: 2 } }]);
    expect(reasonOf(await service.accept.execute(someoneOf(shelter), first, 1))).toBe('stale-version');
    expect(valueOf(await service.get.execute(someoneOf(uptd), second)).openRequest).toBe(request);
    expect(valueOf(await service.get.execute(someoneOf(secondShelter), second))).not.toHaveProperty(
      'openRequest',
    );
  });

  it('has one winner when all accept at the same moment, eight times over', async () => {
    for (let round = 0; round < 8; round += 1) {
      id = await service.opens();
      const { handoffs } = valueOf(await asks());
      const outcomes = await Promise.all(
        handoffs.map((one) => service.accept.execute(someoneOf(one.agencyId), one.id as HandoffId, 1)),
      );
      expect(outcomes.map(reasonOf).sort()).toEqual(['done', 'stale-version']);
      const states = await Promise.all(handoffs.map((one) => status(uptd, one.id)));
      expect(states.sort()).toEqual(['accepted', 'cancelled']);
    }
  });

  it('goes on with the others when one declines', async () => {
    const { handoffs } = valueOf(await asks());
    const [first, second] = handoffs.map((one) => one.id as HandoffId) as [HandoffId, HandoffId];
    valueOf(await service.reject.execute(someoneOf(shelter), first, 1, { reason: 'no-capacity' }));
    expect(await status(secondShelter, second)).toBe('requested');
  });

  it('asks all of them or none', async () => {
    expect(reasonOf(await asks([shelter, singkawang]))).toBe('service-not-offered');
    expect(await service.asks(id)).toEqual(expect.any(String));
    expect(reasonOf(await asks())).toBe('already-offered');
  });

  it('is refused under a custody that has moved since', async () => {
    expect(reasonOf(await asks(undefined, { custodyEpoch: 2 }))).toBe('stale-epoch');
    expect(reasonOf(await asks(undefined, { custodyEpoch: 1 }))).toBe('done');
  });
});
