import { randomUUID } from 'node:crypto';
import { AssignHandoff } from '../assign-handoff/assign-handoff.js';
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
import { ListHandoffs } from '../../handoffs/list-handoffs/list-handoffs.query.js';
import { ClaimHandoff } from './claim-handoff.js';

describe('taking a handoff from the desk', () => {
  const [night, day] = [randomUUID(), randomUUID()];
  let service: TestService;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.asks(await service.opens());
  });

  const claim = (subject: string, agency = shelter) =>
    new ClaimHandoff(service.uow).execute(someoneOf(agency, { subject }), handoff);
  const assign = (worker: string | undefined, agency = shelter) =>
    new AssignHandoff(service.uow).execute(someoneOf(agency), handoff, worker);
  const opensList = async (subject: string, agency = shelter) =>
    valueOf(
      await new ListHandoffs(service.uow, service.cursors).execute(someoneOf(agency, { subject }), {
        box: 'inbox',
        limit: 1,
      }),
    );
  const seen = async (agency: string) => valueOf(await service.get.execute(someoneOf(agency), handoff));

  it('shows colleagues who is on it, and the sender not', async () => {
    valueOf(await claim(night));
    expect(valueOf(await claim(night))).toEqual({ id: handoff, claimedBy: night });
    expect(await seen(shelter)).toMatchObject({ claimedBy: night, version: 1 });
    expect(await seen(uptd)).not.toHaveProperty('claimedBy');
    expect(reasonOf(await claim(day))).toBe('already-claimed');
  });

  it('is won by one of eight colleagues', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => claim(randomUUID())));
    expect(outcomes.map(reasonOf).sort()).toEqual([...Array<string>(7).fill('already-claimed'), 'done']);
  });

  it('can be given to another, or back to the desk', async () => {
    valueOf(await claim(night));
    await opensList(day);
    valueOf(await assign(day));
    expect((await seen(shelter)).claimedBy).toBe(day);
    valueOf(await assign(undefined));
    expect(await seen(shelter)).not.toHaveProperty('claimedBy');
    valueOf(await claim(night));
  });

  it('is given to nobody who does not work at this desk', async () => {
    const elsewhere = randomUUID();
    await opensList(elsewhere, uptd);
    for (const unknown of [elsewhere, randomUUID()])
      expect(reasonOf(await assign(unknown))).toBe('worker-not-at-desk');
    expect(await seen(shelter)).not.toHaveProperty('claimedBy');
  });

  it('binds nobody’s hands: whoever is there answers, and the claim stays', async () => {
    valueOf(await claim(night));
    valueOf(await service.accept.execute(someoneOf(shelter, { subject: day }), handoff, 1));
    expect(await seen(shelter)).toMatchObject({ status: 'accepted', claimedBy: night });
  });

  it('is the receiver’s own matter, while it is not over', async () => {
    expect(reasonOf(await claim(night, uptd))).toBe('not-receiver');
    expect(reasonOf(await assign(night, stranger))).toBe('not-found');
    valueOf(await service.reject.execute(someoneOf(shelter), handoff, 1, { reason: 'other' }));
    expect(reasonOf(await claim(night))).toBe('handoff-over');
    expect(reasonOf(await assign(night))).toBe('handoff-over');
  });
});
