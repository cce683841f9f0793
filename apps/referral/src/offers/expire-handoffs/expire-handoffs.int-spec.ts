import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import type { EventData } from '@rujukan/contracts';
import {
  aService,
  anAsk,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ExpireHandoffs } from './expire-handoffs.js';

const hours = 3_600_000;

describe('offers that nobody answers', () => {
  const clock = testClock();
  let service: TestService;
  let expiry: () => ExpireHandoffs;

  beforeAll(async () => {
    service = await aService();
    expiry = () => new ExpireHandoffs(new UnitOfWork(service.database.worker, 'referral', clock));
  });
  afterAll(() => service.close());

  const asks = async (riskLevel: EventData['case.opened.v1']['riskLevel']) =>
    service.asks(await service.opens({ riskLevel }), { priority: 'routine' });
  const status = async (handoff: Awaited<ReturnType<typeof asks>>) =>
    valueOf(await service.get.execute(someoneOf(uptd), handoff)).status;

  it('lapse at low risk, a week after the answer was due; at any other they wait', async () => {
    const low = await asks('low');
    const waiting = await Promise.all([asks('medium'), asks('high'), asks('unassessed')]);
    const answered = await asks('low');
    valueOf(await service.accept.execute(someoneOf(shelter), answered, 1));

    const { dueAt } = valueOf(await service.get.execute(someoneOf(uptd), low));
    clock.advance(dueAt.getTime() - saturdayNight.getTime() + 7 * 24 * hours);
    expect(await expiry().execute()).toBe(0);
    clock.advance(1);
    // Six workers at once: each offer lapses once.
    const counts = await Promise.all(Array.from({ length: 6 }, () => expiry().execute()));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await status(low)).toBe('expired');
    for (const handoff of waiting) expect(await status(handoff)).toBe('requested');
    expect(await status(answered)).toBe('accepted');
    expect(await service.events('handoff.expired.v1', low)).toHaveLength(1);
    expect((await service.trail(low)).at(-2)).toMatchObject({
      type: 'handoff.expire',
      actor: { sub: 'system:referral' },
    });
  });

  it('make room for another', async () => {
    const id = await service.opens({ riskLevel: 'low' });
    await service.asks(id, { priority: 'routine' });
    clock.advance(30 * 24 * hours);
    expect(await expiry().execute()).toBe(1);
    const now = new Date(saturdayNight.getTime() + 60 * 24 * hours);
    expect((await service.request.execute(someoneOf(uptd, { now }), id, anAsk(), { purpose: 'x' })).ok).toBe(
      true,
    );
  });
});
