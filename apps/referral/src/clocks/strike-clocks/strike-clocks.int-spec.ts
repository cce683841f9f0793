import { UnitOfWork } from '@rujukan/persistence';
import { publishedEvents, testClock, type TestClock } from '@rujukan/testing';
import {
  aService,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { StrikeClocks } from './strike-clocks.js';

const hours = 3_600_000;

describe('what time brings to handoffs', () => {
  let service: TestService;
  let clock: TestClock;

  beforeEach(async () => {
    service = await aService();
    clock = testClock();
  });
  afterEach(() => service.close());

  const worker = () => new StrikeClocks(new UnitOfWork(service.database.worker, 'referral', clock));
  const told = async (caseId: string) =>
    (await publishedEvents(service.database.worker)).filter(
      ({ key, type }) => key === caseId && type.startsWith('handoff-clock.'),
    );

  it('is told to receiver and sender by name of the duty, and never by name of a child', async () => {
    const id = await service.opens();
    const handoff = await service.asks(id);
    clock.advance(0.5 * hours);
    await worker().execute();
    expect((await told(id)).map(({ type, data }) => ({ type, data }))).toEqual([
      {
        type: 'handoff-clock.warned.v1',
        data: {
          clockId: expect.any(String) as string,
          definition: 'referral-ack',
          caseId: id,
          handoffId: handoff,
          agencyId: shelter,
          awaitedByAgencyId: uptd,
          dueAt: '2026-03-07T21:00:00.000Z',
          threshold: 50,
        },
      },
    ]);
  });

  it('is a breach and a call to the supervisor, a day later to oversight, once each by three workers', async () => {
    const ids = [await service.opens(), await service.opens(), await service.opens()];
    for (const id of ids) await service.asks(id);
    for (const step of [3.01, 24]) {
      clock.advance(step * hours);
      await Promise.all([worker(), worker(), worker()].map((one) => one.execute()));
    }
    for (const id of ids) {
      const events = await told(id);
      const of = (definition: string) =>
        events.flatMap(({ type, data }) =>
          'definition' in data && data.definition === definition
            ? [[type.replace('handoff-clock.', ''), 'level' in data ? data.level : '']]
            : [],
        );
      for (const definition of ['referral-ack', 'referral-decision', 'referral-need'])
        expect(of(definition).filter(([type]) => type !== 'warned.v1')).toEqual([
          ['breached.v1', ''],
          ['escalated.v1', 'supervisor'],
          ['escalated.v1', 'oversight'],
        ]);
    }
  });

  it('is nothing for what was answered in time', async () => {
    const id = await service.opens();
    const handoff = await service.asks(id);
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    clock.advance(48 * hours);
    await worker().execute();
    expect(await told(id)).toEqual([]);
  });

  it('is told to the sender after 14 days without a word', async () => {
    const id = await service.opens();
    await service.refers(id);
    clock.advance(15 * 24 * hours);
    await worker().execute();
    expect((await told(id)).map(({ type }) => type)).toEqual([
      'handoff-clock.warned.v1',
      'handoff-clock.breached.v1',
      'handoff-clock.escalated.v1',
    ]);
  });
});
