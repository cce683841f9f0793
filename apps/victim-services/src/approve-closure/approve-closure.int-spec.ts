import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents, saturdayNight } from '@rujukan/testing';
import { AgreePlan } from '../agree-plan/agree-plan.js';
import { closureId, type CaseId, type ClosureId } from '../domain/ids.js';
import { RecordServiceEvent } from '../record-service-event/record-service-event.js';
import { RequestClosure } from '../request-closure/request-closure.js';
import {
  aService,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';
import { ApproveClosure } from './approve-closure.js';

const manager = randomUUID();
const supervisor = (subject: string = randomUUID()) => someoneOf(uptd, { roles: ['supervisor'], subject });

describe('approving a closure', () => {
  let service: TestService;
  let approveClosure: ApproveClosure;
  let agreePlan: AgreePlan;
  let caseId: CaseId;
  let closure: ClosureId;

  beforeAll(async () => {
    service = await aService();
    approveClosure = new ApproveClosure(service.uow);
    agreePlan = new AgreePlan(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    caseId = await service.opens();
    await agreePlan.execute(someoneOf(uptd), caseId, { objective: 'Aman', actions: ['Konseling'] }, 0);
    const asked = await new RequestClosure(service.uow, service.sealer).execute(
      someoneOf(uptd, { subject: manager }),
      caseId,
      { reason: 'goals-met' },
    );
    if (!asked.ok) throw new Error(asked.reason);
    closure = asked.value.id;
  });

  const approve = (who = supervisor(), seen = 1) => approveClosure.execute(who, closure, seen);
  const announced = async () =>
    (await publishedEvents(service.database.worker, 'case.closed.v1')).filter(
      (event) => event.key === caseId,
    );

  it('closes the case and says so', async () => {
    expect(await approve()).toMatchObject({ value: { caseId, status: 'approved', version: 2 } });
    expect((await announced()).map((event) => event.data)).toEqual([
      {
        caseId,
        closureId: closure,
        agencyId: uptd,
        reason: 'goals-met',
        closedAt: saturdayNight.toISOString(),
      },
    ]);
  });

  it('needs a second person', async () => {
    expect(await approve(supervisor(manager))).toMatchObject({ reason: 'same-person' });
    expect(await announced()).toHaveLength(0);
  });

  it('needs the permission, also when the route forgot to ask', async () => {
    expect(await approve(someoneOf(uptd))).toMatchObject({ reason: 'forbidden' });
  });

  it('does not exist for another agency', async () => {
    await expect(approve(someoneOf(stranger, { roles: ['supervisor'] }))).resolves.toMatchObject({
      reason: 'not-found',
    });
    expect((await publishedEntries(service.database.worker)).at(-1)).toMatchObject({
      outcome: 'denied',
      entity: [{ type: 'closure', id: closure }],
    });
    closure = closureId(randomUUID());
    expect(await approve()).toMatchObject({ reason: 'not-found' });
  });

  it('does not follow the case to a new custodian', async () => {
    await service.transfers(caseId, uptd, singkawang);
    expect(await approve()).toMatchObject({ reason: 'not-found' });
    const theirs = someoneOf(singkawang, { roles: ['supervisor'] });
    expect(await approve(theirs, 2)).toMatchObject({ reason: 'closure-not-requested' });
  });

  it('is refused for a version that the approver had not read', async () => {
    expect(await approve(supervisor(), 7)).toMatchObject({ reason: 'stale-version' });
  });

  it('is refused when a handoff was opened meanwhile', async () => {
    await service.requests(caseId, shelter);
    expect(await approve()).toMatchObject({ reason: 'handoffs-open' });
  });

  it('closes once, however many supervisors approve at once', async () => {
    const outcomes = await service.eightAtOnce(() => approve());
    expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'stale-version')).toHaveLength(7);
    expect(await announced()).toHaveLength(1);
  });

  it('is done once, however often one supervisor sends it', async () => {
    const who = someoneOf(uptd, { roles: ['supervisor'], idempotencyKey: randomUUID() });
    const outcomes = await Promise.all([approve(who), approve(who), approve(who)]);
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true);
    expect(await announced()).toHaveLength(1);
  });

  it('ends all support, and leaves the custodian to read', async () => {
    await approve();
    expect(
      await agreePlan.execute(someoneOf(uptd), caseId, { objective: 'x', actions: ['y'] }, 1),
    ).toMatchObject({
      reason: 'case-closed',
    });
    const contact = { serviceType: 'counselling', status: 'attended' } as const;
    const record = new RecordServiceEvent(service.uow, service.sealer);
    expect(await record.execute(someoneOf(uptd), caseId, contact, undefined)).toMatchObject({
      reason: 'case-closed',
    });
  });

  it('ends access that was granted by handoffs this service did not hear the end of', async () => {
    // Advice is counted as open but gives no access; here access exists without an open handoff.
    const handoff = await service.refers(caseId, shelter);
    await service.database.worker.query(`update case_handoff set status = 'ended' where handoff_id = $1`, [
      handoff,
    ]);
    const who = supervisor();
    expect((await approve(who)).ok).toBe(true);
    const record = new RecordServiceEvent(service.uow, service.sealer);
    const contact = { serviceType: 'counselling', status: 'attended' } as const;
    expect(await record.execute(someoneOf(shelter), caseId, contact, handoff)).toMatchObject({
      reason: 'not-found',
    });
    const entries = await publishedEntries(service.database.worker);
    expect(entries.find((entry) => entry.requestId === who.requestId)?.entity).toContainEqual({
      type: 'access',
      id: handoff,
      fields: ['endedAt'],
    });
  });

  it('lets no contact slip in while it closes', async () => {
    const handoff = await service.refers(caseId, shelter);
    await service.database.worker.query(`update case_handoff set status = 'ended' where handoff_id = $1`, [
      handoff,
    ]);
    const record = new RecordServiceEvent(service.uow, service.sealer);
    const contact = { serviceType: 'counselling', status: 'attended' } as const;
    const contacts = Array.from({ length: 6 }, () =>
      record.execute(someoneOf(shelter), caseId, contact, handoff),
    );
    const [closed, ...recorded] = await Promise.all([approve(), ...contacts]);
    expect(closed.ok).toBe(true);
    const order = await service.database.worker.query<{ type: string }[]>(
      'select type from outbox where aggregateid = $1 order by pos',
      [caseId],
    );
    const names = order.map((row) => row.type);
    expect(names.at(-1)).toBe('case.closed.v1');
    expect(names.filter((name) => name === 'service-event.attended.v1')).toHaveLength(
      recorded.filter((outcome) => outcome.ok).length,
    );
  });

  it('keeps an acceptance that arrives late from opening the case again', async () => {
    const handoff = await service.requests(caseId, shelter);
    await service.database.worker.query(`update case_handoff set status = 'ended' where handoff_id = $1`, [
      handoff,
    ]);
    await approve();
    await service.accepts(caseId, handoff, shelter);
    const record = new RecordServiceEvent(service.uow, service.sealer);
    const contact = { serviceType: 'counselling', status: 'attended' } as const;
    expect(await record.execute(someoneOf(shelter), caseId, contact, handoff)).toMatchObject({
      reason: 'not-found',
    });
  });
});
