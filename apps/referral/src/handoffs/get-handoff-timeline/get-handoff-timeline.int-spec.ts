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
import { GetHandoffTimeline } from './get-handoff-timeline.query.js';

describe('the timeline of a handoff', () => {
  let service: TestService;
  let timeline: GetHandoffTimeline;

  beforeAll(async () => {
    service = await aService();
    timeline = new GetHandoffTimeline(service.uow);
  });
  afterAll(() => service.close());

  it('tells both agencies every step, who made it and how it ended', async () => {
    const handoff = await service.asks(await service.opens());
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 2));
    await service.attends(handoff, shelter);
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 4, { outcome: 'service-provided' }));

    const steps = valueOf(await timeline.execute(someoneOf(uptd), handoff)).items;
    expect(steps.map(({ version, status, agencyId }) => [version, status, agencyId])).toEqual([
      [1, 'requested', uptd],
      [2, 'received', shelter],
      [3, 'accepted', shelter],
      [4, 'in-progress', shelter],
      [5, 'completed', shelter],
    ]);
    expect(steps.at(-1)).toMatchObject({ outcome: 'service-provided' });
    expect(valueOf(await timeline.execute(someoneOf(shelter), handoff)).items).toEqual(steps);
  });

  it('looks like it does not exist to another agency', async () => {
    const handoff = await service.asks(await service.opens());
    expect(reasonOf(await timeline.execute(someoneOf(stranger), handoff))).toBe('not-found');
    expect((await service.trail(handoff)).at(-1)).toMatchObject({ outcome: 'denied' });
  });
});
