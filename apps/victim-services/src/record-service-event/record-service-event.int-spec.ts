import { randomUUID } from 'node:crypto';
import { publishedEntries, publishedEvents, saturdayNight } from '@rujukan/testing';
import { handoffId as asHandoffId, type CaseId, type HandoffId } from '../domain/ids.js';
import type { Contact } from '../domain/service-event.js';
import {
  aService,
  canary,
  shelter,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from '../storage/fixtures/a-service.js';
import { RecordServiceEvent } from './record-service-event.js';

const attended: Contact = { serviceType: 'emergency-shelter', status: 'attended', note: `${canary} tiba` };

describe('recording a contact', () => {
  let service: TestService;
  let recordServiceEvent: RecordServiceEvent;
  let caseId: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
    recordServiceEvent = new RecordServiceEvent(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    caseId = await service.opens();
    handoff = await service.refers(caseId, shelter);
  });

  const record = (who = someoneOf(shelter), contact = attended, named?: HandoffId) =>
    recordServiceEvent.execute(who, caseId, contact, named);
  const announced = async () =>
    (await publishedEvents(service.database.worker)).filter(
      (event) => event.key === caseId && event.type.startsWith('service-event'),
    );

  it('says under which handoff the child was served, so that the referral knows', async () => {
    expect(await record(someoneOf(shelter), attended, handoff)).toMatchObject({
      value: { caseId, status: 'attended', version: 1 },
    });
    expect(await announced()).toMatchObject([
      {
        type: 'service-event.attended.v1',
        data: { handoffId: handoff, agencyId: shelter, serviceType: 'emergency-shelter' },
      },
    ]);
  });

  it('finds the handoff itself where there is only one, and asks where there are two', async () => {
    await record();
    expect(await announced()).toMatchObject([{ data: { handoffId: handoff } }]);
    await service.refers(caseId, shelter);
    expect(await record()).toMatchObject({ reason: 'invalid-request' });
  });

  it('is open to the custodian, under no handoff', async () => {
    expect((await record(someoneOf(uptd))).ok).toBe(true);
    const [event] = await announced();
    expect(event?.data).not.toHaveProperty('handoffId');
    expect(await record(someoneOf(uptd), attended, handoff)).toMatchObject({ reason: 'not-found' });
  });

  it('goes on under the handoff when the receiver becomes the custodian', async () => {
    await service.transfers(caseId, uptd, shelter);
    expect((await record(someoneOf(shelter), attended, handoff)).ok).toBe(true);
    expect(await announced()).toMatchObject([{ data: { handoffId: handoff } }]);
  });

  it.each([
    ['scheduled', { plannedAt: new Date('2026-03-09T02:00:00Z') }],
    ['no-show', {}],
    ['cancelled', {}],
  ] as const)('tells others of a contact that was %s', async (status, times) => {
    await record(someoneOf(shelter), { serviceType: 'counselling', status, ...times });
    expect((await announced()).map((event) => event.type)).toEqual([`service-event.${status}.v1`]);
  });

  it('names the lawful basis of a receiver in the audit trail', async () => {
    const who = someoneOf(shelter);
    await record(who);
    const entries = await publishedEntries(service.database.worker);
    expect(entries.find((entry) => entry.requestId === who.requestId)).toMatchObject({
      authz: { policyId: 'accepted-handoff', lawfulBasis: 'vital-interest' },
      subject: [caseId],
    });
  });

  it('is refused to a stranger and under a handoff of somebody else', async () => {
    expect(await record(someoneOf(stranger))).toMatchObject({ reason: 'not-found' });
    const others = await service.refers(caseId, stranger);
    expect(await record(someoneOf(shelter), attended, others)).toMatchObject({ reason: 'not-found' });
    expect(await record(someoneOf(shelter), attended, asHandoffId(randomUUID()))).toMatchObject({
      reason: 'not-found',
    });
    expect(await announced()).toHaveLength(0);
  });

  it.each(['completed', 'not-completed'] as const)('ends when the handoff is %s', async (how) => {
    expect((await record()).ok).toBe(true);
    await service.ends(caseId, handoff, how);
    expect(await record()).toMatchObject({ reason: 'not-found' });
  });

  it('refuses what cannot have happened and what must not happen', async () => {
    const tomorrow = new Date(saturdayNight.getTime() + 86_400_000);
    expect(await record(someoneOf(shelter), { ...attended, occurredAt: tomorrow })).toMatchObject({
      reason: 'invalid-request',
    });
    expect(await record(someoneOf(shelter), { ...attended, serviceType: 'mediation' })).toMatchObject({
      reason: 'service-blocked',
    });
  });

  it('is done once, however often it is sent', async () => {
    const who = someoneOf(shelter, { subject: randomUUID(), idempotencyKey: randomUUID() });
    const outcomes = await service.eightAtOnce(() => record(who));
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.id)).size).toBe(1);
    expect(await announced()).toHaveLength(1);
    const other = someoneOf(shelter, {
      subject: who.actor.subject,
      idempotencyKey: who.idempotency!.key,
      requestHash: 'other',
    });
    expect(await record(other)).toMatchObject({ reason: 'idempotency-key-reused' });
  });

  it('keeps its note sealed', async () => {
    await record();
    const [row] = await service.seenBy<{ note: Buffer }>(
      uptd,
      'select note from service_event where case_id = $1',
      [caseId],
    );
    expect(row?.note.toString('latin1')).not.toContain('Contoh');
    expect(JSON.stringify(await announced())).not.toContain('Contoh');
  });
});
