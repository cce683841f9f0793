import type { CaseId, HandoffId } from '../../domain/ids.js';
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
} from '../../storage/fixtures/a-service.js';

describe('reading a handoff', () => {
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

  const read = async (agency: string) =>
    JSON.parse(JSON.stringify(valueOf(await service.get.execute(someoneOf(agency), handoff)))) as Record<
      string,
      unknown
    >;

  const envelope = {
    kind: 'referral',
    from: { agencyId: uptd, code: 'uptd', name: 'UPTD (Demo)' },
    to: { agencyId: shelter, code: 'plat', name: 'PLAT (Demo)' },
    serviceType: 'emergency-shelter',
    priority: 'stat',
    riskLevel: 'high',
    ageBand: '13-15',
    sex: 'female',
    areaCode: '61.71.02',
    languages: ['id'],
    hasDisability: false,
    lawfulBasis: { code: 'vital-interest' },
    shareProfile: 'shelter-placement',
    willShare: ['identity', 'safety', 'needs', 'guardian'],
    requestedAt: '2026-03-07T20:00:00.000Z',
    dueAt: '2026-03-07T23:00:00.000Z',
  };

  it('gives the receiver the envelope and not one member more', async () => {
    const { number, ...seen } = await read(shelter);
    expect(number).toMatch(/^R-/);
    expect(seen).toEqual({
      id: handoff,
      ...envelope,
      status: 'requested',
      version: 1,
      allowedActions: ['receive', 'accept', 'reject', 'return', 'refer-onward'],
    });
  });

  it('gives it after acceptance what the envelope held, and not one member more', async () => {
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    const { number: _, caseNumber, ...seen } = await read(shelter);
    expect(caseNumber).toMatch(/^K-/);
    expect(seen).toEqual({
      id: handoff,
      ...envelope,
      status: 'accepted',
      version: 2,
      allowedActions: ['start', 'waitlist', 'hold', 'refer-onward', 'complete', 'fail'],
      caseId: id,
      purpose: canary,
      note: canary,
    });
  });

  it('gives the sender all that it wrote', async () => {
    expect(await read(uptd)).toMatchObject({
      caseId: id,
      purpose: canary,
      note: canary,
      allowedActions: ['recall', 'enter-in-error'],
    });
  });

  it('shows no sex to a service that need not know it', async () => {
    const { owner } = service.database;
    await owner.query(
      `insert into service (id, agency_id, type, name, capacity_status)
       values (gen_random_uuid(), $1, 'legal-aid', 'x', 'unknown')`,
      [shelter],
    );
    handoff = await service.asks(id, { serviceType: 'legal-aid', shareProfile: 'legal-aid' });
    expect(await read(shelter)).not.toHaveProperty('sex');
    expect(await read(uptd)).not.toHaveProperty('sex');
  });

  it('names no case in a consultation, before or after', async () => {
    handoff = await service.asks(id, { kind: 'consultation' });
    valueOf(await service.accept.execute(someoneOf(shelter), handoff, 1));
    const seen = await read(shelter);
    expect(seen).toMatchObject({ purpose: canary, willShare: [] });
    expect(seen).not.toHaveProperty('caseId');
    expect(seen).not.toHaveProperty('caseNumber');
  });

  it('is recorded before it is answered, with what was read', async () => {
    await read(shelter);
    await read(uptd);
    const reads = (await service.trail(handoff)).slice(1);
    expect(reads.map(({ subject, authz, entity }) => [subject, authz?.policyId, entity[0]?.fields])).toEqual([
      [[id], 'receiver-reads', ['envelope']],
      [[id], 'sender-reads', ['envelope', 'caseId', 'caseNumber', 'purpose', 'note']],
    ]);
  });

  it('looks like it does not exist to another agency, which is recorded', async () => {
    expect(reasonOf(await service.get.execute(someoneOf(stranger), handoff))).toBe('not-found');
    expect((await service.trail(handoff)).at(-1)).toMatchObject({
      outcome: 'denied',
      actor: { org: stranger },
    });
  });
});
