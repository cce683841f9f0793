import { randomUUID } from 'node:crypto';
import { isNumber } from '@rujukan/persistence';
import { eventually, saturdayNight } from '@rujukan/testing';
import { handOver } from '../../domain/custody/custody.js';
import { agencyId, handoffId, serviceId, type CaseId } from '../../domain/ids.js';
import type { Ask } from '../../domain/handoffs/request.js';
import { moveCustody } from '../../storage/custody.store.js';
import { lockHandoff } from '../../storage/handoff.store.js';
import {
  aService,
  aTransfer,
  anAsk,
  canary,
  reasonOf,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';

describe('requesting a handoff', () => {
  let service: TestService;
  let id: CaseId;

  beforeAll(async () => {
    service = await aService();
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    id = await service.opens();
  });

  const ask = (more: Partial<Ask> = {}, by = someoneOf(uptd), of = id) =>
    service.request.execute(by, of, anAsk(more), { purpose: canary });

  it('answers with a number for the telephone and the time by which the receiver must answer', async () => {
    const receipt = valueOf(await ask());
    expect(receipt).toMatchObject({ status: 'requested', version: 1, dueAt: '2026-03-07T23:00:00.000Z' });
    expect(isNumber(receipt.number)).toBe(true);
  });

  it('announces it and records it, once, without a word of what was said', async () => {
    const handoff = handoffId(valueOf(await ask()).id);
    expect(
      (await service.events('handoff.requested.v1', handoff)).map(({ key, data }) => [key, data]),
    ).toEqual([
      [
        id,
        {
          handoffId: handoff,
          caseId: id,
          kind: 'referral',
          fromAgencyId: uptd,
          toAgencyId: shelter,
          version: 1,
          serviceType: 'emergency-shelter',
          shareProfile: 'shelter-placement',
          lawfulBasis: 'vital-interest',
          priority: 'stat',
          dueAt: '2026-03-07T23:00:00.000Z',
        },
      ],
    ]);
    const entries = await service.trail(handoff);
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      outcome: 'success',
      subject: [id],
      authz: { policyId: 'custodian-hands-off', lawfulBasis: 'vital-interest' },
    });
    expect(entries[0]?.entity.map(({ type }) => type)).toEqual(['clock', 'clock', 'clock', 'handoff']);
    expect(JSON.stringify(entries)).not.toContain(canary);
  });

  it('seals what was said', async () => {
    const handoff = valueOf(await ask()).id;
    const rows = await service.seenBy<{ sealed: Buffer }>(
      uptd,
      'select sealed from handoff_text where handoff_id = $1',
      [handoff],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes(canary)).toBe(false);
  });

  it.each<[string, Partial<Ask>]>([
    ['handoff-to-self', { to: uptd }],
    ['unknown-agency', { to: agencyId(randomUUID()) }],
    ['service-not-offered', { serviceType: 'legal-aid', shareProfile: 'legal-aid' }],
    ['service-not-offered', { serviceId: serviceId(randomUUID()) }],
    ['service-blocked', { serviceType: 'mediation' }],
    ['share-profile-mismatch', { shareProfile: 'legal-aid' }],
  ])('is refused by name and leaves nothing but its record: %s', async (reason, more) => {
    expect(reasonOf(await ask(more))).toBe(reason);
    const entries = (await service.trail(id)).slice(1);
    expect(entries.map(({ outcome, reason: why }) => [outcome, why])).toEqual([['failed', reason]]);
    expect(await service.seenBy(uptd, 'select id from handoff where case_id = $1', [id])).toEqual([]);
  });

  it('is refused where the service is not for her, or not given now', async () => {
    const change = (sql: string) =>
      service.database.owner.query(`update service set ${sql} where agency_id = $1`, [secondShelter]);
    await change(`sex = '{male}'`);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('not-eligible');
    await change(`sex = '{}', max_age = 12`);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('not-eligible');
    await change(`max_age = null, status = 'temporarily-closed'`);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('service-not-offered');
    await change(`status = 'active', areas = '{61.72}', capacity_status = 'no-capacity'`);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('done');
  });

  it('is refused for a closed case', async () => {
    await service.closes(id);
    expect(reasonOf(await ask())).toBe('case-closed');
  });

  it('is the custodian’s alone; to an agency without access the case does not exist', async () => {
    await service.refers(id);
    const by = (agency: string) => ask({ to: singkawang }, someoneOf(agency));
    expect(reasonOf(await by(shelter))).toBe('not-custodian');
    expect(reasonOf(await by(stranger))).toBe('not-found');
    expect(reasonOf(await ask({}, someoneOf(uptd), randomUUID() as CaseId))).toBe('not-found');
    const denied = (await service.trail(id)).filter(({ outcome }) => outcome === 'denied');
    expect(denied.map(({ actor }) => actor.org)).toEqual([shelter, stranger]);
  });

  it('does not tell an agency that was merely asked that the case exists', async () => {
    await service.asks(id);
    expect(reasonOf(await ask({ to: singkawang }, someoneOf(shelter)))).toBe('not-found');
  });

  it('is made once for a hundred repetitions', async () => {
    const by = someoneOf(uptd, { idempotencyKey: randomUUID() });
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => ask({}, by)));
    expect(new Set(outcomes.map((outcome) => valueOf(outcome).id)).size).toBe(1);
    expect(
      reasonOf(await ask({}, { ...by, idempotency: { ...by.idempotency!, requestHash: 'other' } })),
    ).toBe('idempotency-key-reused');
  });

  it('is not made twice while the same offer waits, however many ask at once', async () => {
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => ask()));
    expect(outcomes.map(reasonOf).sort()).toEqual([...Array<string>(7).fill('already-offered'), 'done']);
    expect(reasonOf(await ask({ to: secondShelter }))).toBe('done');
  });

  it('may be made again once the first was declined', async () => {
    const first = handoffId(valueOf(await ask()).id);
    valueOf(await service.reject.execute(someoneOf(shelter), first, 1, { reason: 'no-capacity' }));
    expect(reasonOf(await ask())).toBe('done');
  });

  it('lets one transfer of a case wait at a time, and goes on referring meanwhile', async () => {
    const transfers = await Promise.all(
      [singkawang, singkawang].map((to) =>
        service.request.execute(someoneOf(uptd), id, { ...aTransfer, to }, { purpose: canary }),
      ),
    );
    expect(transfers.map(reasonOf).sort()).toEqual(['custody-changing', 'done']);
    expect(reasonOf(await ask())).toBe('done');
  });

  it('waits for a transfer that is being accepted, and then comes from a stranger', async () => {
    const transfer = await service.asksTransfer(id);
    const { worker, owner } = service.database;
    const waiting = () =>
      owner.query<object[]>(
        `select from pg_locks join pg_stat_activity using (pid) where not granted and datname = current_database()`,
      );
    const asked = await worker.transaction(async (tx) => {
      const { custody } = (await lockHandoff(tx, transfer))!;
      await moveCustody(tx, handOver(custody!, singkawang), { transfer, at: saturdayNight });
      const pending = ask();
      await eventually('the request to wait', async () => (await waiting()).length === 1);
      return { pending };
    });
    expect(reasonOf(await asked.pending)).toBe('not-found');
  });

  it('keeps the hour of the request', async () => {
    const handoff = valueOf(await ask()).id;
    const [row] = await service.seenBy<{ requested_at: Date }>(
      uptd,
      'select requested_at from handoff where id = $1',
      [handoff],
    );
    expect(row?.requested_at).toEqual(saturdayNight);
  });
});
