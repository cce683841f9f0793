import { saturdayNight } from '@rujukan/testing';
import { returning } from '../../domain/handoffs/step.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { ResubmitHandoff } from './resubmit-handoff.js';

const hours = 3_600_000;

describe('sending a handoff again', () => {
  let service: TestService;
  let resubmit: ResubmitHandoff;

  beforeAll(async () => {
    service = await aService();
    resubmit = new ResubmitHandoff(service.steps);
  });
  afterAll(() => service.close());

  it('leaves the receiver as much time as it had when it asked, on its clock too', async () => {
    const handoff = await service.asks(await service.opens());
    const ask = { id: handoff, version: 1 };
    valueOf(await service.steps.take(someoneOf(shelter), ask, returning('insufficient-information')));
    const later = new Date(saturdayNight.getTime() + 2 * hours);
    valueOf(await resubmit.execute(someoneOf(uptd, { now: later }), { id: handoff, version: 2 }));

    expect(valueOf(await service.get.execute(someoneOf(shelter), handoff))).toMatchObject({
      status: 'requested',
      requestedAt: saturdayNight,
      dueAt: new Date(later.getTime() + 3 * hours),
    });
    const clocks = await service.seenBy<{ due_at: Date }>(
      shelter,
      `select due_at from duty_clock where subject = $1 and definition = 'referral-decision'`,
      [handoff],
    );
    expect(clocks).toEqual([{ due_at: new Date(later.getTime() + 3 * hours) }]);
    expect((await service.events('handoff.requested.v1', handoff)).map(({ data }) => data.version)).toEqual([
      1, 3,
    ]);
  });

  it('is for what was given back, and for nothing else', async () => {
    const handoff = await service.asks(await service.opens());
    expect(reasonOf(await resubmit.execute(someoneOf(uptd), { id: handoff, version: 1 }))).toBe(
      'illegal-transition',
    );
  });
});
