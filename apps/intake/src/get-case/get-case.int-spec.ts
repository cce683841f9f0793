import { readdirSync, readFileSync } from 'node:fs';
import { fieldGroup, shareProfileCodes, shareProfiles } from '@rujukan/contracts';
import { publishedEntries } from '@rujukan/testing';
import { fieldsOf } from '../domain/disclosure.js';
import type { CaseId } from '../domain/ids.js';
import {
  anIntake,
  aChild,
  canaries,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { GetCase } from './get-case.query.js';

const golden = new URL('./golden/', import.meta.url);
const opening = shareProfileCodes.filter((code) =>
  ['referral', 'transfer'].includes(shareProfiles[code].road),
);
const written = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** What differs from run to run. */
const unlike = {
  incident: { id: 'incident', number: 'P' },
  file: { id: 'case', number: 'K', handoffId: 'handoff' },
};

describe('reading a case', () => {
  let intake: Intake;
  let getCase: GetCase;
  let id: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    getCase = new GetCase(intake.uow, intake.sealer);
  });
  afterAll(() => intake.close());
  beforeEach(async () => {
    [id] = (await intake.opens({ policeReportNumber: canaries.policeReportNumber })) as [CaseId];
  });

  const read = async (agency: string) => {
    const answer = await getCase.execute(someoneOf(agency), id);
    if (!answer.ok) throw new Error(answer.reason);
    return answer.value;
  };
  const lastEntry = async () => (await publishedEntries(intake.database.worker)).at(-1);

  it('gives the custodian all of it', async () => {
    const answer = await read(uptd);
    expect(answer).toEqual({
      id,
      number: expect.stringMatching(/^K-/) as string,
      version: 1,
      status: 'open',
      custodianAgencyId: uptd,
      epoch: 1,
      openedAt: new Date('2026-03-07T20:00:00.000Z'),
      riskLevel: 'high',
      ageBand: '13-15',
      basis: 'custodian',
      fieldGroups: fieldGroup.codes,
      child: {
        name: canaries.name,
        birthDate: canaries.birthDate,
        sex: 'female',
        ageCertainty: 'documented',
        nik: canaries.nik,
        residence: { areaCode: '61.71.02', address: canaries.address },
        guardian: { name: canaries.guardian, relationship: 'step-parent', isSuspect: true },
        isGuardianSuspect: true,
        currentLocation: canaries.location,
        languages: ['id', 'zh'],
        hasDisability: false,
      },
      incident: {
        id: expect.any(String) as string,
        number: expect.stringMatching(/^P-/) as string,
        summary: canaries.summary,
        place: { type: 'lodging', areaCode: '61.71.01', description: canaries.place },
        occurredAt: new Date('2026-03-07T18:30:00.000Z'),
        exploitationTypes: ['grooming'],
        modus: ['online-game'],
        platforms: ['game'],
        contributingFactors: ['unsupervised-online'],
        immediateSafety: 'unsafe',
      },
      policeReportNumber: canaries.policeReportNumber,
      policeReportedAt: new Date('2026-03-07T20:00:00.000Z'),
      clocks: [],
    });
    expect(JSON.stringify(answer)).not.toContain(canaries.reporter);
  });

  it.each(shareProfileCodes)(
    'gives a receiver exactly the fields of %s, and records their names',
    async (profile) => {
      const handoffId = await intake.refers(id, shelter, profile);
      const answer = await read(shelter);
      const entry = await lastEntry();

      const groups: readonly string[] = shareProfiles[profile].fieldGroups;
      expect(answer).toMatchObject({ basis: 'handoff', shareProfile: profile, handoffId });
      expect(answer.fieldGroups).toEqual(fieldGroup.codes.filter((group) => groups.includes(group)));
      const visible = [...fieldsOf(answer.fieldGroups)] as string[];
      const shown = [
        ...Object.keys(answer.child).map((name) => `child.${name}`),
        ...Object.keys(answer.incident).map((name) => `incident.${name}`),
        ...('policeReportNumber' in answer ? ['policeReportNumber'] : []),
      ];
      const known = ['incident.id', 'incident.number'];
      // This child's age is documented, so that there is no stated one to show.
      expect(shown.filter((name) => !known.includes(name)).sort()).toEqual(
        visible.filter((name) => name !== 'child.statedAge').sort(),
      );
      expect(entry).toMatchObject({
        outcome: 'success',
        subject: [id],
        authz: { policyId: 'accepted-handoff' },
        actor: { org: shelter },
      });
      const recorded = entry?.entity[0]?.fields?.filter((name) => name !== 'policeReportedAt');
      expect(recorded).toEqual([...shown].sort());
      for (const canary of Object.values(canaries)) expect(JSON.stringify(entry)).not.toContain(canary);
    },
  );

  it.each(opening)('gives under %s exactly this, and not one member more', async (profile) => {
    const handoffId = await intake.refers(id, shelter, profile);
    const { incident, ...answer } = await read(shelter);
    const file = new URL(`${profile}.json`, golden);
    expect(written({ ...answer, incident: { ...incident, ...unlike.incident }, ...unlike.file })).toEqual(
      JSON.parse(readFileSync(file, 'utf8')),
    );
    expect(answer).toMatchObject({ handoffId, id, number: expect.stringMatching(/^K-/) as string });
  });

  it('has such a payload for each profile that opens a file, and for no other', () => {
    expect(readdirSync(golden).sort()).toEqual(opening.map((code) => `${code}.json`).sort());
  });

  it('tells a shelter whom to keep away from the child, without saying who that is', async () => {
    await intake.refers(id, shelter, 'psychosocial-care');
    expect(await read(shelter)).toMatchObject({ child: { isGuardianSuspect: true } });
    expect(JSON.stringify(await read(shelter))).not.toContain(canaries.guardian);
  });

  it('shows together what two handoffs to one agency show', async () => {
    await intake.refers(id, shelter, 'education-support');
    await intake.refers(id, shelter, 'legal-aid');
    const answer = await read(shelter);
    expect(answer.fieldGroups).toEqual(['identity', 'guardian', 'needs', 'police-report-number']);
    expect(answer).toMatchObject({ shareProfile: 'legal-aid' });
  });

  it('shows the custodian, and nobody else, the clock', async () => {
    [id] = (await intake.opens()) as [CaseId];
    await intake.refers(id, shelter, 'case-transfer');
    expect((await read(uptd)).clocks).toMatchObject([{ definition: 'police-report', state: 'running' }]);
    expect((await read(shelter)).clocks).toEqual([]);
  });

  it('looks to another agency as if there were no case, and keeps record of the attempt', async () => {
    for (const agency of [stranger, shelter, null])
      expect(await getCase.execute(someoneOf(agency), id)).toEqual({ ok: false, reason: 'not-found' });
    expect((await intake.trail(id)).slice(-3)).toMatchObject(
      [{ actor: { org: stranger } }, { actor: { org: shelter } }, {}].map((more) => ({
        outcome: 'denied',
        reason: 'not-found',
        entity: [{ type: 'case', id }],
        ...more,
      })),
    );
  });

  it('shows no child of the same raid to who works with another one', async () => {
    const [first, second] = (await intake.opens({
      children: [aChild(), aChild({ name: 'Sirih Contoh' })],
    })) as [CaseId, CaseId];
    await intake.refers(first, shelter, 'case-transfer');
    expect(await getCase.execute(someoneOf(shelter), second)).toMatchObject({ reason: 'not-found' });
    id = first;
    expect(JSON.stringify(await read(shelter))).not.toContain('Sirih');
  });

  it('goes on for the new custodian after a transfer, and ends for the old one', async () => {
    await intake.transfers(id, uptd, singkawang);
    expect(await read(singkawang)).toMatchObject({
      basis: 'custodian',
      epoch: 2,
      version: 2,
      child: { name: canaries.name },
    });
    expect(await getCase.execute(someoneOf(uptd), id)).toMatchObject({ reason: 'not-found' });
  });
});
