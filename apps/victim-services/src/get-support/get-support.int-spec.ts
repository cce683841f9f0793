import { publishedEntries } from '@rujukan/testing';
import { AgreePlan } from '../agree-plan/agree-plan.js';
import { caseId as asCaseId, type CaseId, type HandoffId } from '../domain/ids.js';
import { RecordServiceEvent } from '../record-service-event/record-service-event.js';
import { RequestClosure } from '../request-closure/request-closure.js';
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
import { GetSupport, type Support } from './get-support.query.js';

describe('reading the support of a case', () => {
  let service: TestService;
  let getSupport: GetSupport;
  let recordServiceEvent: RecordServiceEvent;
  let caseId: CaseId;
  let handoff: HandoffId;

  beforeAll(async () => {
    service = await aService();
    getSupport = new GetSupport(service.uow, service.sealer);
    recordServiceEvent = new RecordServiceEvent(service.uow, service.sealer);
  });
  afterAll(() => service.close());
  beforeEach(async () => {
    caseId = await service.opens();
    const plan = { objective: `${canary} aman`, actions: ['Sekolah'], plannedEnd: '2026-06-30' };
    await new AgreePlan(service.uow, service.sealer).execute(someoneOf(uptd), caseId, plan, 0);
    handoff = await service.refers(caseId, shelter);
    await contact(uptd, 'Catatan psikolog');
    await contact(shelter, 'Catatan rumah aman');
  });

  const contact = (agency: string, note: string) =>
    recordServiceEvent.execute(
      someoneOf(agency),
      caseId,
      { serviceType: 'counselling', status: 'attended', note },
      undefined,
    );

  async function seenBy(agency: string, roles?: string[]): Promise<Support> {
    const outcome = await getSupport.execute(someoneOf(agency, roles ? { roles } : {}), caseId);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.value;
  }

  it('shows the custodian the plan and every contact, and of another agency’s note only that it exists', async () => {
    const support = await seenBy(uptd);
    expect(support).toMatchObject({
      basis: 'custodian',
      version: 1,
      plan: { objective: `${canary} aman`, actions: ['Sekolah'], plannedEnd: '2026-06-30' },
      allowedActions: ['agree-plan', 'record-service-event', 'request-closure'],
    });
    const by = (agency: string) => support.serviceEvents.find((event) => event.agencyId === agency);
    const [ours, theirs] = [by(uptd), by(shelter)];
    expect(ours).toMatchObject({ hasNote: true, note: 'Catatan psikolog' });
    expect(theirs).toMatchObject({ hasNote: true, handoffId: handoff });
    expect(theirs).not.toHaveProperty('note');
  });

  it('is on record under the id of the case, also where somebody asked for it in capitals', async () => {
    expect((await getSupport.execute(someoneOf(uptd), asCaseId(caseId.toUpperCase()))).ok).toBe(true);
    expect((await publishedEntries(service.database.worker)).at(-1)?.subject).toEqual([caseId]);
  });

  it('shows a receiver the plan and its own contacts', async () => {
    const support = await seenBy(shelter);
    expect(support).toMatchObject({ basis: 'handoff', version: 1, allowedActions: ['record-service-event'] });
    expect(support.plan?.objective).toBe(`${canary} aman`);
    expect(support.serviceEvents).toMatchObject([{ agencyId: shelter, note: 'Catatan rumah aman' }]);
  });

  it('shows a closure to the custodian alone', async () => {
    await service.ends(caseId, handoff);
    const again = await service.refers(caseId, stranger);
    await service.database.worker.query(`update case_handoff set status = 'ended' where handoff_id = $1`, [
      again,
    ]);
    const note = `${canary} pindah`;
    const asked = { reason: 'other-with-reason', note } as const;
    await new RequestClosure(service.uow, service.sealer).execute(someoneOf(uptd), caseId, asked);
    expect(await seenBy(uptd, ['supervisor'])).toMatchObject({
      closure: { status: 'requested', reason: 'other-with-reason', note, version: 1 },
      allowedActions: ['agree-plan', 'record-service-event', 'approve-closure'],
    });
    expect(await seenBy(stranger)).not.toHaveProperty('closure');
  });

  it('says that there is no plan yet by version 0', async () => {
    caseId = await service.opens();
    expect(await seenBy(uptd)).toEqual({
      caseId,
      basis: 'custodian',
      version: 0,
      serviceEvents: [],
      allowedActions: ['agree-plan', 'record-service-event', 'request-closure'],
    });
  });

  it('is recorded before it is answered: which records, which fields, for whom, on what basis', async () => {
    const who = someoneOf(shelter);
    await getSupport.execute(who, caseId);
    const entries = await publishedEntries(service.database.worker);
    expect(entries.find((entry) => entry.requestId === who.requestId)).toMatchObject({
      outcome: 'success',
      subject: [caseId],
      authz: { policyId: 'accepted-handoff', lawfulBasis: 'vital-interest' },
      entity: [
        { type: 'plan', version: 1, fields: ['objective', 'actions', 'plannedEnd'] },
        { type: 'service-event', fields: ['note'] },
      ],
    });
  });

  it.each(['completed', 'not-completed'] as const)(
    'is over for a receiver when the handoff is %s',
    async (how) => {
      await service.ends(caseId, handoff, how);
      expect(await getSupport.execute(someoneOf(shelter), caseId)).toMatchObject({ reason: 'not-found' });
      expect((await seenBy(uptd)).serviceEvents).toHaveLength(2);
    },
  );

  it('is over for the old custodian after a transfer; the new one reads on, but not the old notes', async () => {
    await service.transfers(caseId, uptd, singkawang);
    expect(await getSupport.execute(someoneOf(uptd), caseId)).toMatchObject({ reason: 'not-found' });
    const support = await seenBy(singkawang);
    expect(support.plan?.objective).toBe(`${canary} aman`);
    expect(support.serviceEvents.map((event) => [event.hasNote, event.note])).toEqual([
      [true, undefined],
      [true, undefined],
    ]);
  });

  it('is nothing to a stranger, to an agency that only gives advice, and to nobody', async () => {
    const advice = await service.requests(caseId, stranger, 'consultation');
    await service.accepts(caseId, advice, stranger, 'consultation');
    for (const who of [
      someoneOf(stranger),
      { ...someoneOf(uptd), actor: { ...someoneOf(uptd).actor, agencyId: null } },
    ])
      expect(await getSupport.execute(who, caseId)).toMatchObject({ reason: 'not-found' });
  });
});
