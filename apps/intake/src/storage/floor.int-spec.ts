import { assertFloor } from '@rujukan/persistence';
import type { CaseId } from '../domain/ids.js';
import {
  anIntake,
  police,
  shelter,
  singkawang,
  stranger,
  uptd,
  type Filed,
  type Intake,
} from './fixtures/an-intake.js';

const closed = [
  'report',
  'report_child',
  'report_forwarding',
  'incident',
  'case_file',
  'case_access',
  'duty_clock',
];

describe('the floor under the filters', () => {
  let intake: Intake;
  let filed: Filed;
  let opened: CaseId;

  beforeAll(async () => {
    intake = await anIntake();
    filed = await intake.files({ recipientAgencyId: uptd }, police);
    [opened] = (await intake.opens()) as [CaseId];
    await intake.refers(opened, shelter, 'shelter-placement');
  });
  afterAll(() => intake.close());

  const count = async (agency: string | null, table: string): Promise<number> =>
    (await intake.seenBy(agency, `select 1 from ${table}`)).length;

  it('holds for the API and for the worker', async () => {
    await assertFloor(intake.database.app);
    await assertFloor(intake.database.worker);
  });

  it.each(closed)('shows nothing of %s to a stranger and without a caller', async (table) => {
    expect(await count(stranger, table)).toBe(0);
    expect(await count(null, table)).toBe(0);
    expect(await intake.database.app.query(`select 1 from ${table}`)).toEqual([]);
  });

  it('shows a receiver its case and its own access, and neither report nor clock', async () => {
    const seen = Object.fromEntries(
      await Promise.all(closed.map(async (table) => [table, await count(shelter, table)] as const)),
    );
    expect(seen).toMatchObject({
      report: 0,
      report_child: 0,
      incident: 1,
      case_file: 1,
      case_access: 1,
      duty_clock: 0,
    });
  });

  it('shows who filed a report that report, and not the cases that came of it', async () => {
    expect([await count(police, 'report'), await count(police, 'case_file')]).toEqual([1, 0]);
  });

  it('lets nobody begin access, take custody, or triage and file in another agency’s name', async () => {
    const attempts = [
      `insert into case_access (case_id, agency_id, basis, granted_at) values ('${opened}', '${shelter}', 'custodian', now())`,
      `insert into case_access (case_id, agency_id, basis, handoff_id, share_profile, granted_at)
         values ('${opened}', '${shelter}', 'handoff', gen_random_uuid(), 'case-transfer', now())`,
      `update case_access set share_profile = 'case-transfer'`,
      `update case_file set custodian_agency_id = '${shelter}'`,
      `update duty_clock set due_at = now()`,
      `update report set filed_by_agency_id = '${shelter}'`,
      `delete from report`,
      `truncate case_file`,
    ];
    for (const attempt of attempts)
      await expect(intake.seenBy(shelter, attempt)).rejects.toThrow(
        /permission denied|row-level security|one_custodian_per_case/,
      );
    const taken = await intake.seenBy(
      shelter,
      `update case_file set version = 9 where id = $1 returning id`,
      [opened],
    );
    expect(taken.flat()).toEqual([0]);
  });

  it('lets the filing agency read its report and not triage it', async () => {
    const taken = await intake.seenBy(police, `update report set status = 'forwarded' where id = $1`, [
      filed.id,
    ]);
    expect(taken.flat()).toEqual([0]);
  });

  it('keeps what is sealed, and every report, from the worker', async () => {
    for (const sql of [
      'select name from case_file',
      'select summary from case_file',
      'select * from report',
      'select * from report_child',
    ])
      await expect(intake.database.worker.query(sql)).rejects.toThrow('permission denied');
  });

  it('holds one custodian per case by itself', async () => {
    const second = `insert into case_access (case_id, agency_id, basis, granted_at) values ($1, $2, 'custodian', now())`;
    await expect(intake.database.worker.query(second, [opened, singkawang])).rejects.toThrow(
      'one_custodian_per_case',
    );
  });
});
