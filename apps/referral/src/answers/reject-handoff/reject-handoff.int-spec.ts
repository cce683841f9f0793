import { randomUUID } from 'node:crypto';
import type { CaseId, HandoffId } from '../../domain/ids.js';
import {
  aService,
  canary,
  reasonOf,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('declining a handoff', () => {
  let service: TestService;
  let id: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
    handoff = await service.asks(id);
  });

  const full = { reason: 'no-capacity', note: `${canary}: penuh sampai Senin` } as const;
  const reject = (agency: string, version = 1) =>
    service.reject.execute(someoneOf(agency), handoff, version, full);

  it('tells the sender why', async () => {
    expect(valueOf(await reject(shelter))).toEqual({ id: handoff, status: 'rejected', version: 2 });
    expect((await service.events('handoff.rejected.v1', handoff))[0]?.data).toMatchObject({
      reason: 'no-capacity',
    });
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff))).toMatchObject({
      status: 'rejected',
      statusReason: 'no-capacity',
      reply: full.note,
      allowedActions: [],
    });
  });

  it('leaves the receiver nothing but the closed envelope', async () => {
    valueOf(await service.receive.execute(someoneOf(shelter), handoff, 1));
    valueOf(await reject(shelter, 2));
    const seen = valueOf(await service.get.execute(someoneOf(shelter), handoff));
    expect(seen).toMatchObject({ status: 'rejected', allowedActions: [] });
    for (const closed of ['caseId', 'caseNumber', 'purpose', 'note', 'reply'])
      expect(seen).not.toHaveProperty(closed);
    expect(await service.seenBy(shelter, 'select * from case_custody where case_id = $1', [id])).toEqual([]);
  });

  it('seals the note and says nothing of it in events and entries', async () => {
    valueOf(await reject(shelter));
    const texts = await service.seenBy<{ sealed: Buffer }>(
      uptd,
      `select sealed from handoff_text where handoff_id = $1 and part = 'reply'`,
      [handoff],
    );
    expect(texts[0]?.sealed.includes('penuh')).toBe(false);
    expect(JSON.stringify(await service.trail(handoff))).not.toContain('penuh');
  });

  it('needs no note', async () => {
    const outcome = await service.reject.execute(someoneOf(shelter), handoff, 1, { reason: 'duplicate' });
    expect(reasonOf(outcome)).toBe('done');
    expect(valueOf(await service.get.execute(someoneOf(uptd), handoff))).not.toHaveProperty('reply');
  });

  it('of a transfer leaves custody where it was, and lets the next one be asked', async () => {
    const transfer = await service.asksTransfer(id);
    valueOf(await service.reject.execute(someoneOf(singkawang), transfer, 1, full));
    const custody = await service.seenBy(
      uptd,
      'select custodian_agency_id as holder, epoch from case_custody where case_id = $1',
      [id],
    );
    expect(custody).toEqual([{ holder: uptd, epoch: 1 }]);
    await service.asksTransfer(id);
  });

  it('wins or loses against an acceptance at the same moment, never both', async () => {
    const outcomes = await Promise.all([
      reject(shelter),
      service.accept.execute(someoneOf(shelter), handoff, 1),
    ]);
    expect(outcomes.map(reasonOf).sort()).toEqual(['done', 'stale-version']);
    const news = [
      ...(await service.events('handoff.rejected.v1', handoff)),
      ...(await service.events('handoff.accepted.v1', handoff)),
    ];
    expect(news).toHaveLength(1);
  });

  it('is possible when the case is closed, so that the inbox can be emptied', async () => {
    await service.closes(id);
    expect(reasonOf(await reject(shelter))).toBe('done');
  });

  it('is not possible after acceptance, nor with an old version, nor for others', async () => {
    expect(reasonOf(await reject(uptd))).toBe('not-receiver');
    expect(reasonOf(await reject(stranger))).toBe('not-found');
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    expect(reasonOf(await reject(shelter))).toBe('stale-version');
    expect(reasonOf(await reject(shelter, 2))).toBe('illegal-transition');
  });

  it('gives the first answer again to the same request', async () => {
    const context = someoneOf(shelter, { idempotencyKey: randomUUID() });
    const first = await service.reject.execute(context, handoff, 1, full);
    expect(await service.reject.execute(context, handoff, 1, full)).toEqual({ ...first, replayed: true });
  });
});
