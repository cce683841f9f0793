import { assertFloor } from '@rujukan/persistence';
import type { CaseId } from '../domain/ids.js';
import { RecordServiceEvent } from '../record-service-event/record-service-event.js';
import {
  aService,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  type TestService,
} from './fixtures/a-service.js';

const personal = ['case_custody', 'case_access', 'case_handoff', 'plan_revision', 'service_event', 'closure'];

describe('the floor under the filters', () => {
  let service: TestService;
  let caseId: CaseId;

  beforeAll(async () => {
    service = await aService();
    caseId = await service.opens();
    const handoff = await service.refers(caseId, shelter);
    const record = new RecordServiceEvent(service.uow, service.sealer);
    const contact = { serviceType: 'counselling', status: 'attended', note: 'x' } as const;
    await record.execute(someoneOf(shelter), caseId, contact, handoff);
    await record.execute(someoneOf(uptd), caseId, contact, undefined);
  });
  afterAll(() => service.close());

  it('holds for the API and for the worker', async () => {
    await assertFloor(service.database.app);
    await assertFloor(service.database.worker);
  });

  it.each(personal)('shows nothing of %s to a stranger and without a caller', async (table) => {
    expect(await service.seenBy(stranger, `select * from ${table}`)).toEqual([]);
    expect(await service.database.app.query(`select * from ${table}`)).toEqual([]);
  });

  it('shows a receiver its own access and contacts, and neither custody nor other handoffs', async () => {
    const count = async (table: string) => (await service.seenBy(shelter, `select * from ${table}`)).length;
    expect(await Promise.all(personal.map(count))).toEqual([0, 1, 0, 0, 1, 0]);
  });

  it('lets nobody begin access, take custody or write in another agency’s name', async () => {
    const attempts = [
      `insert into case_access (case_id, agency_id, basis, granted_at) values ('${caseId}', '${shelter}', 'custodian', now())`,
      `update case_access set agency_id = '${shelter}'`,
      `update case_access set ended_at = null`,
      `update case_custody set custodian_agency_id = '${shelter}'`,
      `insert into service_event (id, case_id, agency_id, service_type, status, recorded_by, recorded_at)
         values (gen_random_uuid(), '${caseId}', '${uptd}', 'counselling', 'no-show', 'x', now())`,
      `insert into plan_revision (plan_id, version, case_id, agency_id, agreed_by, agreed_at, objective, actions)
         values (gen_random_uuid(), 1, '${caseId}', '${shelter}', 'x', now(), '', '')`,
    ];
    for (const attempt of attempts)
      await expect(service.seenBy(shelter, attempt)).rejects.toThrow(/permission denied|row-level security/);
  });

  it('lets nobody change or delete what was recorded, and keeps notes from the worker', async () => {
    for (const attempt of ['delete from service_event', `update service_event set status = 'cancelled'`])
      await expect(service.seenBy(uptd, attempt)).rejects.toThrow('permission denied');
    for (const table of ['plan_revision', 'service_event', 'closure'])
      await expect(service.database.worker.query(`select * from ${table}`)).rejects.toThrow(
        'permission denied',
      );
  });

  it('holds one custodian per case and a second person per closure by itself', async () => {
    const second = `insert into case_access (case_id, agency_id, basis, granted_at) values ($1, $2, 'custodian', now())`;
    await expect(service.database.worker.query(second, [caseId, singkawang])).rejects.toThrow(
      'one_custodian_per_case',
    );
    const alone = `insert into closure (id, case_id, agency_id, reason, status, requested_by, requested_at,
        approved_by, approved_at, version)
      values (gen_random_uuid(), $1, $2, 'unfounded', 'approved', 'same', now(), 'same', now(), 2)`;
    await expect(service.seenBy(uptd, alone, [caseId, uptd])).rejects.toThrow('check constraint');
  });
});
