import { publishedEntries, publishedEvents } from '@rujukan/testing';
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
import { AgreePlan } from './agree-plan.js';

const draft = { objective: `${canary} aman`, actions: [`${canary} sekolah`], plannedEnd: '2026-06-30' };

describe('agreeing a plan', () => {
  let service: TestService;
  let agreePlan: AgreePlan;
  let caseId: CaseId;

  beforeAll(async () => {
    service = await aService();
    agreePlan = new AgreePlan(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    caseId = await service.opens();
  });

  const agree = (seen: number, who = someoneOf(uptd)) => agreePlan.execute(who, caseId, draft, seen);
  const announced = async () =>
    (await publishedEvents(service.database.worker, 'plan.agreed.v1')).filter((e) => e.key === caseId);

  it('makes the first version, says so, and records who agreed', async () => {
    const who = someoneOf(uptd, { act: { type: 'plan.agree', action: 'U', purpose: 'case-management' } });
    expect(await agree(0, who)).toMatchObject({ ok: true, value: { caseId, version: 1 } });
    expect((await announced()).map((event) => event.data)).toMatchObject([
      { caseId, agencyId: uptd, version: 1 },
    ]);
    const entries = await publishedEntries(service.database.worker);
    expect(entries.filter((entry) => entry.requestId === who.requestId)).toMatchObject([
      {
        type: 'plan.agree',
        outcome: 'success',
        authz: { policyId: 'custody' },
        subject: [caseId],
        entity: [{ type: 'plan', version: 1, fields: ['objective', 'actions', 'plannedEnd'] }],
      },
    ]);
  });

  it('revises the same plan and keeps what was agreed before', async () => {
    const first = await agree(0);
    const second = await agree(1);
    expect(second).toMatchObject({ value: { version: 2 } });
    expect(second.ok && first.ok && second.value.id === first.value.id).toBe(true);
    const [kept] = await service.seenBy<{ count: string }>(
      uptd,
      'select count(*) from plan_revision where case_id = $1',
      [caseId],
    );
    expect(kept?.count).toBe('2');
  });

  it('refuses a revision of what the author had not read', async () => {
    await agree(0);
    expect(await agree(0)).toMatchObject({ reason: 'stale-version', details: { currentVersion: 1 } });
    expect(await announced()).toHaveLength(1);
  });

  it('lets one of eight authors win', async () => {
    const outcomes = await service.eightAtOnce(() => agree(0));
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'stale-version')).toHaveLength(7);
    expect(await announced()).toHaveLength(1);
  });

  it('is the custodian’s: a receiver is told so, for a stranger there is no such case', async () => {
    await service.refers(caseId, shelter);
    expect(await agree(0, someoneOf(shelter))).toMatchObject({ reason: 'not-custodian' });
    expect(await agree(0, someoneOf(stranger))).toMatchObject({ reason: 'not-found' });
    expect(await agreePlan.execute(someoneOf(uptd), singkawang as CaseId, draft, 0)).toMatchObject({
      reason: 'not-found',
    });
    expect(await announced()).toHaveLength(0);
  });

  it('records that a stranger was turned away, although nothing else is kept', async () => {
    const who = someoneOf(stranger);
    await agree(0, who);
    const entries = await publishedEntries(service.database.worker);
    expect(entries.find((entry) => entry.requestId === who.requestId)).toMatchObject({
      outcome: 'denied',
      reason: 'not-found',
      subject: [caseId],
    });
  });

  it('follows custody to the new agency and leaves the old one', async () => {
    await agree(0);
    await service.transfers(caseId, uptd, singkawang);
    expect(await agree(1)).toMatchObject({ reason: 'not-found' });
    expect(await agree(1, someoneOf(singkawang))).toMatchObject({ value: { version: 2 } });
  });

  it('keeps its words sealed', async () => {
    await agree(0);
    const rows = await service.seenBy<{ objective: Buffer; actions: Buffer }>(
      uptd,
      'select * from plan_revision where case_id = $1',
      [caseId],
    );
    const raw = rows.map((row) => `${row.objective.toString('latin1')}${row.actions.toString('latin1')}`);
    expect(raw).toHaveLength(1);
    expect(raw.join()).not.toContain('Contoh');
    expect(JSON.stringify(await publishedEvents(service.database.worker))).not.toContain('Contoh');
    expect(JSON.stringify(await publishedEntries(service.database.worker))).not.toContain('Contoh');
  });
});
