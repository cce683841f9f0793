import { randomUUID } from 'node:crypto';
import { handoffId, type HandoffId } from '../../domain/ids.js';
import {
  aService,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('learning that a service was given', () => {
  let service: TestService;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.refers(await service.opens());
  });

  const status = async () => valueOf(await service.get.execute(someoneOf(uptd), handoff)).status;

  it('puts the handoff in progress and tells the sender', async () => {
    await service.attends(handoff, shelter);
    expect(await status()).toBe('in-progress');
    const [news] = await service.events('handoff.in-progress.v1', handoff);
    expect(news?.data).toMatchObject({ version: 3, toAgencyId: shelter });
    expect((await service.trail(handoff)).find(({ type }) => type === 'handoff.start')).toMatchObject({
      actor: { sub: 'system:referral' },
    });
  });

  it('changes nothing at the second visit, or when the handoff has ended', async () => {
    await service.attends(handoff, shelter);
    await service.attends(handoff, shelter);
    expect(await service.versionOf(handoff)).toBe(3);
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 3, { outcome: 'service-provided' }));
    await service.attends(handoff, shelter);
    expect(await status()).toBe('completed');
    expect(await service.events('handoff.in-progress.v1', handoff)).toHaveLength(1);
  });

  it('counts only when the receiver gave it', async () => {
    await service.attends(handoff, stranger);
    await service.attends(handoffId(randomUUID()), shelter);
    expect(await status()).toBe('accepted');
  });
});
