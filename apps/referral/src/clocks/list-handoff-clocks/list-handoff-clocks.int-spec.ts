import { contextFor } from '@rujukan/testing';
import type { HandoffId } from '../../domain/ids.js';
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
import { ListHandoffClocks } from './list-handoff-clocks.query.js';

describe('the clocks of a handoff', () => {
  let service: TestService;
  let list: ListHandoffClocks;

  beforeAll(async () => {
    service = await aService();
    list = new ListHandoffClocks(service.uow);
  });
  afterAll(() => service.close());

  const read = async (agency: string, handoff: HandoffId) =>
    valueOf(await list.execute(someoneOf(agency), handoff)).items;
  const states = async (handoff: HandoffId) =>
    Object.fromEntries((await read(uptd, handoff)).map(({ definition, state }) => [definition, state]));

  it('say who must act by when, the same to both agencies', async () => {
    const handoff = await service.asks(await service.opens());
    const seen = await read(uptd, handoff);
    expect(seen).toMatchObject([
      { definition: 'referral-ack', state: 'running', agencyId: shelter, awaitedByAgencyId: uptd },
      { definition: 'referral-decision', dueAt: new Date('2026-03-07T23:00:00.000Z'), isOverdue: false },
    ]);
    expect(await read(shelter, handoff)).toEqual(seen);
  });

  it('tell the receiver nothing of the case before it accepts', async () => {
    const id = await service.opens();
    const handoff = await service.asks(id);
    expect(JSON.stringify(await read(shelter, handoff))).not.toContain(id);
  });

  it('follow the handoff', async () => {
    const handoff = await service.asks(await service.opens());
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    expect(await states(handoff)).toEqual({ 'referral-ack': 'met', 'referral-decision': 'running' });
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 2));
    expect(await states(handoff)).toEqual({
      'referral-ack': 'met',
      'referral-decision': 'met',
      'referral-feedback': 'running',
    });
    valueOf(await service.complete.execute(someoneOf(shelter), handoff, 3, { outcome: 'service-provided' }));
    expect(await states(handoff)).toMatchObject({ 'referral-feedback': 'met' });
  });

  it('show that a deadline passed before any worker came by', async () => {
    const handoff = await service.asks(await service.opens());
    const late = contextFor({ agencyId: uptd, now: new Date('2026-03-07T21:30:00.000Z') });
    const [ack, decision] = valueOf(await list.execute(late, handoff)).items;
    expect([ack?.isOverdue, decision?.isOverdue]).toEqual([true, false]);
  });

  it('look like they do not exist to another agency', async () => {
    const handoff = await service.asks(await service.opens());
    expect(reasonOf(await list.execute(someoneOf(stranger), handoff))).toBe('not-found');
    expect((await service.trail(handoff)).at(-1)).toMatchObject({ outcome: 'denied' });
  });
});
