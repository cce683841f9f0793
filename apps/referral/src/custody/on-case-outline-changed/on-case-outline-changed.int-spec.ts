import type { EventData } from '@rujukan/contracts';
import { UnitOfWork } from '@rujukan/persistence';
import { saturdayNight, testClock } from '@rujukan/testing';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  received,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { OnCaseOutlineChanged } from './on-case-outline-changed.js';

const hour = 3_600_000;
const routine = { priority: 'routine' } as const;

describe('a case whose child is seen otherwise', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  const follows = async (id: CaseId, more: Partial<EventData['case.outline-changed.v1']>, hoursLater = 1) => {
    const data = { caseId: id, riskLevel: 'low' as const, ageBand: '13-15' as const, version: 2, ...more };
    const time = new Date(saturdayNight.getTime() + hoursLater * hour);
    const uow = new UnitOfWork(service.database.worker, 'referral', testClock());
    await service.database.worker.transaction((tx) =>
      new OnCaseOutlineChanged(uow).execute(tx, { ...received('case.outline-changed.v1', data), time }),
    );
  };
  const clocksOf = (id: CaseId) =>
    service.seenBy<{ definition: string; state: string; hours: number }>(
      uptd,
      `select definition, state, extract(epoch from due_at - started_at)::int / 3600 as hours
         from duty_clock where case_id = $1 order by definition, started_at`,
      [id],
    );
  const seen = async (handoff: HandoffId, by = shelter) =>
    valueOf(await service.get.execute(someoneOf(by), handoff));

  it('is answered in the time of the new risk, and the old clocks stay on record', async () => {
    const id = await service.opens({ riskLevel: 'low' });
    const handoff = await service.asks(id, routine);
    await follows(id, { riskLevel: 'high' });
    expect(await clocksOf(id)).toMatchObject([
      { definition: 'referral-ack', state: 'cancelled' },
      { definition: 'referral-ack', state: 'running', hours: 1 },
      { definition: 'referral-decision', state: 'cancelled' },
      { definition: 'referral-decision', state: 'running', hours: 3 },
      { definition: 'referral-need', state: 'cancelled' },
      { definition: 'referral-need', state: 'running', hours: 3 },
    ]);
    const due = new Date(saturdayNight.getTime() + 4 * hour);
    expect((await seen(handoff)).dueAt).toEqual(due);
    expect(await seen(handoff)).toMatchObject({ riskLevel: 'high' });
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect((await clocksOf(id)).filter(({ state }) => state === 'met')).toHaveLength(3);
  });

  it('keeps the clocks whose time the new risk leaves as it was', async () => {
    const id = await service.opens({ riskLevel: 'medium' });
    await service.asks(id);
    const before = await clocksOf(id);
    await follows(id, { riskLevel: 'high' });
    expect(await clocksOf(id)).toEqual(before);
  });

  it('does not undo a deadline that was missed', async () => {
    const id = await service.opens({ riskLevel: 'high' });
    await service.asks(id, routine);
    await follows(id, { riskLevel: 'low' }, 2);
    const states = await clocksOf(id);
    expect(states.filter(({ definition }) => definition === 'referral-ack')).toMatchObject([
      { state: 'running', hours: 1 },
    ]);
    expect(states.filter(({ definition }) => definition === 'referral-decision')).toMatchObject([
      { state: 'cancelled', hours: 3 },
      { state: 'running' },
    ]);
  });

  it('shows the age of now to who still decides, and to nobody else', async () => {
    const id = await service.opens({ ageBand: 'unknown' });
    const accepted = await service.refers(id);
    const waiting = await service.asks(id, { to: secondShelter });
    await follows(id, { riskLevel: 'high', ageBand: '16-17' });
    expect(await seen(waiting, secondShelter)).toMatchObject({ ageBand: '16-17' });
    expect(await seen(accepted)).toMatchObject({ ageBand: 'unknown' });
  });

  it('is followed once, and of a case that is not known nothing is kept', async () => {
    const id = await service.opens({ riskLevel: 'high' });
    await follows(id, { riskLevel: 'medium' });
    await follows(id, { riskLevel: 'medium' });
    const entries = (await service.trail(id)).filter(({ type }) => type === 'custody.follow-outline');
    expect(entries).toMatchObject([{ entity: [{ type: 'custody', id, fields: ['riskLevel'] }] }]);
    const foreign = '0195718e-5a00-7000-8000-0000000000ff' as CaseId;
    await follows(foreign, {});
    expect(await service.trail(foreign)).toEqual([]);
  });
});
