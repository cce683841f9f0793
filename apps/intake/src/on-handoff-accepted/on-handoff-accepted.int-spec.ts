import { randomUUID } from 'node:crypto';
import { agencyId, caseId, type CaseId } from '../domain/ids.js';
import { findGrants } from '../storage/access.store.js';
import { anIntake, shelter, uptd, type Intake } from '../storage/fixtures/an-intake.js';

describe('an accepted handoff', () => {
  let intake: Intake;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens()) as [CaseId];
  });

  const grantsOf = (agency: string) =>
    intake.database.worker.transaction((tx) => findGrants(tx, id, agencyId(agency)));
  const accepted = (more: object = {}) => ({
    handoffId: randomUUID(),
    caseId: id as string,
    kind: 'referral' as const,
    fromAgencyId: uptd,
    toAgencyId: shelter,
    version: 3,
    shareProfile: 'shelter-placement',
    lawfulBasis: 'vital-interest',
    ...more,
  });

  it('gives the receiver access, and records to whom what was disclosed on which basis', async () => {
    const handoffId = await intake.refers(id, shelter, 'shelter-placement');
    expect(await grantsOf(shelter)).toEqual([
      { basis: 'handoff', handoffId, shareProfile: 'shelter-placement' },
    ]);
    const entry = (await intake.trail(id)).at(-1);
    expect(entry).toMatchObject({
      type: 'access.grant',
      action: 'C',
      actor: { sub: 'system:intake', kind: 'service' },
      subject: [id],
      disclosure: { fromOrg: uptd, toOrg: shelter, receiptId: handoffId },
      authz: { policyId: 'share-profile:shelter-placement', lawfulBasis: 'vital-interest' },
    });
    expect(entry?.causationId).toBeDefined();
    expect(entry?.entity[0]?.fields).toEqual(expect.arrayContaining(['child.guardian', 'child.name']));
    expect(entry?.entity[0]?.fields).not.toContain('child.nik');
  });

  it('opens what the manifest of the handoff says, and not what the profile has become since', async () => {
    const data = accepted({ profileVersion: 7, fieldGroups: ['identity', 'needs'] });
    await intake.accepts(data);
    expect(await grantsOf(shelter)).toEqual([
      {
        basis: 'handoff',
        handoffId: data.handoffId,
        shareProfile: 'shelter-placement',
        fieldGroups: ['identity', 'needs'],
      },
    ]);
    const fields = (await intake.trail(id)).at(-1)?.entity[0]?.fields;
    expect(fields).toContain('child.name');
    expect(fields).not.toContain('child.guardian');
  });

  it.each(['transfer', 'consultation'] as const)('gives no access when it is a %s', async (kind) => {
    const before = (await intake.trail(id)).length;
    await intake.accepts(accepted({ kind }));
    expect(await grantsOf(shelter)).toEqual([]);
    expect(await intake.trail(id)).toHaveLength(before);
  });

  it('gives its access once, also when it is told again after it ended', async () => {
    const data = accepted();
    await intake.accepts(data);
    await intake.accepts(data);
    expect(await grantsOf(shelter)).toHaveLength(1);
    await intake.ends(id, data.handoffId);
    await intake.accepts(data);
    expect(await grantsOf(shelter)).toEqual([]);
  });

  it('gives nothing when its end was told first', async () => {
    const data = accepted();
    await intake.ends(id, data.handoffId);
    await intake.accepts(data);
    expect(await grantsOf(shelter)).toEqual([]);
  });

  it('gives nothing of a closed case', async () => {
    await intake.closes(id);
    await intake.accepts(accepted());
    expect(await grantsOf(shelter)).toEqual([]);
  });

  it('of a case that nobody opened is an error, to be seen and tried again', async () => {
    await expect(intake.accepts(accepted({ caseId: caseId(randomUUID()) }))).rejects.toThrow('is unknown');
  });
});
