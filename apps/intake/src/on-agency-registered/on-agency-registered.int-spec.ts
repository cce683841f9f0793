import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import {
  anIntake,
  police,
  shelter,
  someoneOf,
  uptd,
  aReport,
  type Intake,
} from '../storage/fixtures/an-intake.js';
import { registers } from '../storage/fixtures/a-directory.js';
import { FileReport } from '../file-report/file-report.js';
import { IntakeRules } from '../domain/intake-rules.js';

describe('an agency that was registered', () => {
  let intake: Intake;

  beforeAll(async () => {
    intake = await anIntake();
  });
  afterAll(() => intake.close());

  const announced = (agencyId: string, version: number, agencyType = 'hospital') =>
    registers(intake.database.worker, intake.workerUow, { agencyId, agencyType, version });
  const known = (agencyId: string) =>
    intake.database.app.query<object[]>(
      'select agency_type as type, version::int from known_agency where agency_id = $1',
      [agencyId],
    );
  const entriesOf = async (agencyId: string) =>
    (await publishedEntries(intake.database.worker)).filter(({ entity }) =>
      entity.some(({ id }) => id === agencyId),
    );
  const files = (recipientAgencyId: string) =>
    new FileReport(intake.uow, intake.sealer, new IntakeRules(true)).execute(
      someoneOf(uptd),
      aReport({ recipientAgencyId }),
    );

  it('can be sent reports from then on, and not before', async () => {
    const hospital = randomUUID();
    expect(await files(hospital)).toMatchObject({ ok: false, reason: 'unknown-agency' });
    await announced(hospital, 1);
    expect(await files(hospital)).toMatchObject({ ok: true, value: { recipientAgencyId: hospital } });
  });

  it('is on record as learned, once although it is told twice', async () => {
    const hospital = randomUUID();
    await announced(hospital, 1);
    await announced(hospital, 1);
    expect(await entriesOf(hospital)).toMatchObject([
      {
        type: 'agency.learn',
        action: 'U',
        purpose: 'directory',
        actor: { sub: 'system:intake', kind: 'service' },
        authz: { policyId: 'directory' },
        entity: [{ type: 'agency', id: hospital, fields: ['type'] }],
      },
    ]);
  });

  it('is what its highest version says, also when an older one arrives late', async () => {
    const agency = randomUUID();
    await announced(agency, 3, 'police-wcpu');
    await announced(agency, 2, 'hospital');
    expect(await known(agency)).toEqual([{ type: 'police-wcpu', version: 3 }]);
    expect(await entriesOf(agency)).toHaveLength(1);
    await announced(agency, 4, 'ngo-service');
    expect(await known(agency)).toEqual([{ type: 'ngo-service', version: 4 }]);
  });

  it('may be of a type that is newer than the list here', async () => {
    const agency = randomUUID();
    await announced(agency, 1, 'village-office');
    expect(await files(agency)).toMatchObject({ ok: true });
  });

  it('is entered by the worker alone: the API reads the directory and cannot write it', async () => {
    expect(await known(police)).toHaveLength(1);
    const forged = `insert into known_agency values ('${randomUUID()}', 'hospital', 1)`;
    await expect(intake.seenBy(shelter, forged)).rejects.toThrow('permission denied');
    await expect(intake.seenBy(shelter, 'update known_agency set version = 9')).rejects.toThrow(
      'permission denied',
    );
  });
});
