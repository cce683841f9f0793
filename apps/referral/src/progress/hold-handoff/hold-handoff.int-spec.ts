import { StartHandoff } from '../start-handoff/start-handoff.js';
import { WaitlistHandoff } from '../waitlist-handoff/waitlist-handoff.js';
import {
  aService,
  reasonOf,
  shelter,
  singkawang,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { HoldHandoff } from './hold-handoff.js';

const reason = 'child-in-hospital';

describe('what becomes of an accepted handoff', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());

  it('is told to the sender: waiting for a place, begun, resting, begun again', async () => {
    const handoff = await service.refers(await service.opens());
    const by = someoneOf(shelter);
    valueOf(await new WaitlistHandoff(service.steps).execute(by, { id: handoff, version: 2 }));
    valueOf(await new StartHandoff(service.steps).execute(someoneOf(shelter), handoff, 3));
    valueOf(await new HoldHandoff(service.steps).execute(by, { id: handoff, version: 4, reason }));
    valueOf(await new StartHandoff(service.steps).execute(someoneOf(shelter), handoff, 5));
    expect(await service.events('handoff.waitlisted.v1', handoff)).toHaveLength(1);
    expect(await service.events('handoff.on-hold.v1', handoff)).toHaveLength(1);
    expect(await service.events('handoff.in-progress.v1', handoff)).toHaveLength(2);
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff)).status).toBe('in-progress');
  });

  it('rests until the child comes again', async () => {
    const handoff = await service.refers(await service.opens());
    valueOf(
      await new HoldHandoff(service.steps).execute(someoneOf(shelter), { id: handoff, version: 2, reason }),
    );
    await service.attends(handoff, shelter);
    expect(await service.versionOf(handoff)).toBe(4);
  });

  it('is not for a transfer, whose case is the receiver’s own by now', async () => {
    const handoff = await service.asksTransfer(await service.opens());
    valueOf(await service.accept.execute(someoneOf(singkawang), handoff, 1));
    const ask = { id: handoff, version: 2, reason } as const;
    expect(reasonOf(await new HoldHandoff(service.steps).execute(someoneOf(singkawang), ask))).toBe(
      'illegal-transition',
    );
    expect(reasonOf(await new WaitlistHandoff(service.steps).execute(someoneOf(singkawang), ask))).toBe(
      'illegal-transition',
    );
  });
});
