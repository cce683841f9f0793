import { ConfirmCancellation } from '../confirm-cancellation/confirm-cancellation.js';
import type { HandoffId } from '../../domain/ids.js';
import { RefuseCancellation } from '../refuse-cancellation/refuse-cancellation.js';
import {
  aService,
  reasonOf,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { RequestCancellation } from './request-cancellation.js';

describe('asking the receiver to stop', () => {
  let service: TestService;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.refers(await service.opens());
  });

  const asks = () =>
    new RequestCancellation(service.steps).execute(someoneOf(uptd), {
      id: handoff,
      version: 2,
      reason: 'child-declines',
    });

  it('leaves the decision, and the access, with the receiver', async () => {
    expect(valueOf(await asks())).toMatchObject({ status: 'cancel-requested', version: 3 });
    expect(await service.events('handoff.cancel-requested.v1', handoff)).toHaveLength(1);
    expect(valueOf(await service.get.execute(someoneOf(shelter), handoff))).toMatchObject({
      purpose: expect.any(String) as string,
      allowedActions: ['cancel', 'refuse-cancel', 'complete'],
    });
  });

  it('is confirmed: the receiver stops and closes the door behind it', async () => {
    valueOf(await asks());
    const confirm = new ConfirmCancellation(service.steps);
    expect(valueOf(await confirm.execute(someoneOf(shelter), { id: handoff, version: 3 })).status).toBe(
      'cancelled',
    );
    expect(await service.events('handoff.cancelled.v1', handoff)).toHaveLength(1);
    expect(valueOf(await service.get.execute(someoneOf(shelter), handoff))).not.toHaveProperty('purpose');
  });

  it('is refused with a reason, and a word beside it, and the service goes on', async () => {
    valueOf(await asks());
    const refuse = new RefuseCancellation(service.steps);
    const note = 'Anak sedang dirawat';
    expect(
      valueOf(
        await refuse.execute(someoneOf(shelter), { id: handoff, version: 3, reason: 'still-needed', note }),
      ).status,
    ).toBe('in-progress');
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff)).messages).toMatchObject([
      { version: 4, text: note },
    ]);
  });

  it('loses against a completion', async () => {
    valueOf(await asks());
    const done = { outcome: 'service-provided' } as const;
    expect(valueOf(await service.complete.execute(someoneOf(shelter), handoff, 3, done)).status).toBe(
      'completed',
    );
  });

  it('is neither confirmed nor refused where it was not asked', async () => {
    const ask = { id: handoff, version: 2, reason: 'still-needed' } as const;
    expect(reasonOf(await new ConfirmCancellation(service.steps).execute(someoneOf(shelter), ask))).toBe(
      'illegal-transition',
    );
    expect(reasonOf(await new RefuseCancellation(service.steps).execute(someoneOf(uptd), ask))).toBe(
      'not-receiver',
    );
  });
});
