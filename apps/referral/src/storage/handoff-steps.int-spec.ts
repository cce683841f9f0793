import { randomUUID } from 'node:crypto';
import type { HandoffId } from '../domain/ids.js';
import { plainStep, returning } from '../domain/handoffs/step.js';
import {
  aService,
  canary,
  reasonOf,
  shelter,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from './fixtures/a-service.js';

describe('a step along the machine', () => {
  let service: TestService;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    handoff = await service.asks(await service.opens());
  });

  const recall = (agency: string, version = 1) =>
    service.steps.take(someoneOf(agency), { id: handoff, version }, plainStep('recall'));

  it('is the side’s that the machine names, and looks absent to another agency', async () => {
    expect(reasonOf(await recall(shelter))).toBe('not-sender');
    expect(reasonOf(await recall(stranger))).toBe('not-found');
    expect(reasonOf(await recall(uptd))).toBe('done');
  });

  it('is taken on what was seen', async () => {
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    expect(reasonOf(await recall(uptd, 1))).toBe('stale-version');
    expect(reasonOf(await recall(uptd, 2))).toBe('done');
  });

  it('is refused by name with what is possible instead', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect(await recall(uptd, 2)).toMatchObject({
      reason: 'illegal-transition',
      details: { status: 'accepted', allowedActions: ['request-cancel', 'enter-in-error'] },
    });
  });

  it('happens once for eight at the same moment, and once for eight repetitions', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => recall(uptd)));
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', ...Array<string>(7).fill('stale-version')]);
    expect(await service.events('handoff.cancelled.v1', handoff)).toHaveLength(1);

    handoff = await service.asks(await service.opens());
    const context = someoneOf(uptd, { idempotencyKey: randomUUID() });
    const repeated = await Promise.all(
      Array.from({ length: 8 }, () =>
        service.steps.take(context, { id: handoff, version: 1 }, plainStep('recall')),
      ),
    );
    expect(new Set(repeated.map((one) => JSON.stringify(valueOf(one)))).size).toBe(1);
    expect(await service.events('handoff.cancelled.v1', handoff)).toHaveLength(1);
  });

  it('against an acceptance: one of the two happens, never both', async () => {
    for (let round = 0; round < 8; round += 1) {
      handoff = await service.asks(await service.opens());
      const [taken, recalled] = await Promise.all([
        service.accept.execute(someoneOf(shelter), handoff, 1),
        recall(uptd),
      ]);
      expect([taken, recalled].map(reasonOf).sort()).toEqual(['done', 'stale-version']);
      const [accepted, cancelled] = await Promise.all([
        service.events('handoff.accepted.v1', handoff),
        service.events('handoff.cancelled.v1', handoff),
      ]);
      expect([accepted.length, cancelled.length]).toEqual(taken.ok ? [1, 0] : [0, 1]);
    }
  });

  it('carries a word that is sealed, heard by the sender, and by the receiver from acceptance on', async () => {
    const note = `${canary} perlu kursi roda?`;
    valueOf(
      await service.steps.take(
        someoneOf(shelter),
        { id: handoff, version: 1, note },
        returning('missing-documents'),
      ),
    );
    valueOf(
      await service.steps.take(
        someoneOf(uptd),
        { id: handoff, version: 2, note: canary },
        plainStep('resubmit'),
      ),
    );
    const heard = async (agency: string) =>
      valueOf(await service.get.execute(someoneOf(agency), handoff)).messages?.map(({ text }) => text);
    expect(await heard(uptd)).toEqual([note, canary]);
    expect(await heard(shelter)).toEqual([note]);
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 3));
    expect(await heard(shelter)).toEqual([note, canary]);

    const stored = await service.seenBy<{ sealed: Buffer }>(uptd, 'select sealed from handoff_message');
    expect(stored.some(({ sealed }) => sealed.includes('Contoh'))).toBe(false);
  });

  it('leaves one entry, with the names of what changed', async () => {
    valueOf(await recall(uptd));
    expect((await service.trail(handoff)).at(-1)).toMatchObject({
      outcome: 'success',
      actor: { org: uptd },
      entity: expect.arrayContaining([
        { type: 'handoff', id: handoff, version: 1, fields: ['status'] },
      ]) as unknown[],
      authz: { policyId: 'sender-steers' },
    });
  });
});
