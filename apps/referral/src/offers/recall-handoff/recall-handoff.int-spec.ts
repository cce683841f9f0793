import {
  aService,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { RecallHandoff } from './recall-handoff.js';

describe('recalling a handoff', () => {
  let service: TestService;
  let recall: RecallHandoff;

  beforeAll(async () => {
    service = await aService();
    recall = new RecallHandoff(service.steps);
  });
  afterAll(() => service.close());

  it('takes it back before anybody accepted, tells so, and makes room for another', async () => {
    const id = await service.opens();
    const handoff = await service.asks(id);
    expect(
      valueOf(await recall.execute(someoneOf(uptd), { id: handoff, version: 1, reason: 'wrong-receiver' })),
    ).toEqual({
      id: handoff,
      status: 'cancelled',
      version: 2,
    });
    expect(await service.events('handoff.cancelled.v1', handoff)).toMatchObject([
      { key: id, data: { fromAgencyId: uptd, toAgencyId: shelter, version: 2 } },
    ]);
    expect(await service.asks(id)).not.toBe(handoff);
  });

  it('keeps why: with the step, for both agencies, and in the log', async () => {
    const handoff = await service.asks(await service.opens());
    valueOf(await recall.execute(someoneOf(uptd), { id: handoff, version: 1, reason: 'wrong-receiver' }));
    const steps = `select status, status_reason from handoff_step where handoff_id = $1 order by version`;
    expect(await service.seenBy(shelter, steps, [handoff])).toEqual([
      { status: 'requested', status_reason: null },
      { status: 'cancelled', status_reason: 'wrong-receiver' },
    ]);
    const why = { state: 'cancelled', why: 'wrong-receiver' };
    expect((await service.trail(handoff)).at(-1)?.entity).toContainEqual(
      expect.objectContaining({ facts: expect.objectContaining(why) as object }),
    );
  });

  it('leaves the receiver its receipt: that it was asked, and that it was recalled', async () => {
    const handoff = await service.asks(await service.opens());
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    valueOf(await recall.execute(someoneOf(uptd), { id: handoff, version: 2, reason: 'no-longer-needed' }));
    const seen = valueOf(await service.get.execute(someoneOf(shelter), handoff));
    expect(seen).toMatchObject({ status: 'cancelled', allowedActions: [] });
    expect(seen).not.toHaveProperty('purpose');
    expect(seen).not.toHaveProperty('caseId');
  });
});
