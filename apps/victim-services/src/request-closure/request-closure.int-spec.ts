import { randomUUID } from 'node:crypto';
import { publishedEvents } from '@rujukan/testing';
import { AgreePlan } from '../agree-plan/agree-plan.js';
import type { CaseId } from '../domain/ids.js';
import {
  aService,
  canary,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';
import { RequestClosure } from './request-closure.js';

describe('asking for a closure', () => {
  let service: TestService;
  let requestClosure: RequestClosure;
  let caseId: CaseId;

  beforeAll(async () => {
    service = await aService();
    requestClosure = new RequestClosure(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    caseId = await aPlannedCase();
  });

  async function aPlannedCase(more: Parameters<TestService['opens']>[0] = {}): Promise<CaseId> {
    const opened = await service.opens(more);
    await new AgreePlan(service.uow, service.sealer).execute(
      someoneOf(uptd),
      opened,
      { objective: 'Aman', actions: ['Konseling'] },
      0,
    );
    return opened;
  }

  const ask = (
    who = someoneOf(uptd),
    asked: Parameters<RequestClosure['execute']>[2] = { reason: 'goals-met' },
  ) => requestClosure.execute(who, caseId, asked);
  const announced = async () =>
    (await publishedEvents(service.database.worker, 'case.closure-requested.v1')).filter(
      (event) => event.key === caseId,
    );

  it('waits for a second person and says so', async () => {
    const outcome = await ask();
    expect(outcome).toMatchObject({ value: { caseId, status: 'requested', version: 1 } });
    expect((await announced()).map((event) => event.data)).toMatchObject([
      { caseId, agencyId: uptd, reason: 'goals-met' },
    ]);
  });

  it('is refused without a plan', async () => {
    caseId = await service.opens();
    expect(await ask()).toMatchObject({ reason: 'plan-missing' });
    expect((await ask(someoneOf(uptd), { reason: 'duplicate-merged' })).ok).toBe(true);
  });

  it('is refused while a handoff waits, runs or is being advised on', async () => {
    const asked = await service.requests(caseId, shelter);
    const advice = await service.requests(caseId, stranger, 'consultation');
    await service.accepts(caseId, advice, stranger, 'consultation');
    expect(await ask()).toMatchObject({ reason: 'handoffs-open', details: { openHandoffs: 2 } });
    await service.accepts(caseId, asked, shelter);
    await service.ends(caseId, advice);
    expect(await ask()).toMatchObject({ reason: 'handoffs-open', details: { openHandoffs: 1 } });
    await service.ends(caseId, asked);
    expect((await ask()).ok).toBe(true);
  });

  it('is possible after every handoff was declined', async () => {
    const handoff = await service.requests(caseId, shelter);
    await service.ends(caseId, handoff, 'rejected');
    expect((await ask()).ok).toBe(true);
  });

  it.each(['high', 'unassessed'] as const)('does not let a child at %s risk walk away', async (riskLevel) => {
    caseId = await aPlannedCase({ riskLevel });
    expect(await ask(someoneOf(uptd), { reason: 'child-withdrew', note: 'x' })).toMatchObject({
      reason: 'closure-not-allowed-at-high-risk',
    });
  });

  it('happens once at a time, also when asked eight times at once', async () => {
    const outcomes = await service.eightAtOnce(() => ask());
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(
      outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'closure-already-requested'),
    ).toHaveLength(7);
    expect(await announced()).toHaveLength(1);
  });

  it('gives the same answer to the same request', async () => {
    const who = someoneOf(uptd, { idempotencyKey: randomUUID() });
    const first = await ask(who);
    const again = await ask(who);
    expect(again).toMatchObject({ ok: true, replayed: true });
    expect(first.ok && again.ok && first.value.id === again.value.id).toBe(true);
  });

  it('is the custodian’s', async () => {
    await service.refers(caseId, shelter);
    expect(await ask(someoneOf(shelter))).toMatchObject({ reason: 'not-custodian' });
    expect(await ask(someoneOf(stranger))).toMatchObject({ reason: 'not-found' });
  });

  it('lapses when custody moves, and the new custodian decides anew', async () => {
    const outcome = await ask();
    await service.transfers(caseId, uptd, singkawang);
    const [row] = await service.database.worker.query<object[]>(
      'select status, version from closure where id = $1',
      [outcome.ok && outcome.value.id],
    );
    expect(row).toEqual({ status: 'lapsed', version: 2 });
    expect(await ask()).toMatchObject({ reason: 'not-found' });
    expect((await ask(someoneOf(singkawang))).ok).toBe(true);
  });

  it('keeps its note sealed', async () => {
    await ask(someoneOf(uptd), { reason: 'other-with-reason', note: `${canary} pindah` });
    const [row] = await service.seenBy<{ note: Buffer }>(
      uptd,
      'select note from closure where case_id = $1',
      [caseId],
    );
    expect(row?.note.toString('latin1')).not.toContain('Contoh');
  });
});
