import { assertFloor } from '@rujukan/persistence';
import type { CaseId, HandoffId } from '../domain/ids.js';
import {
  aService,
  secondShelter,
  shelter,
  singkawang,
  someoneOf,
  stranger,
  uptd,
  valueOf,
  type TestService,
} from './fixtures/a-service.js';

const personal = [
  'case_custody',
  'custody_period',
  'handoff',
  'handoff_step',
  'handoff_text',
  'handoff_envelope',
  'disclosure',
  'handoff_message',
  'custody_rollback',
];

describe('the floor under the filters', () => {
  let service: TestService;
  let id: CaseId;
  let accepted: HandoffId;

  beforeAll(async () => {
    service = await aService();
    id = await service.opens();
    accepted = await service.refers(id);
    const declined = await service.asks(id, { to: secondShelter });
    await service.asks(await service.opens());
    valueOf(await service.reject.execute(someoneOf(secondShelter), declined, 1, { reason: 'no-capacity' }));
  });
  afterAll(() => service.close());

  const count = async (agency: string, table: string) =>
    (await service.seenBy<{ n: number }>(agency, `select count(*)::int as n from ${table}`))[0]?.n;
  const counts = (agency: string) => Promise.all(personal.map((table) => count(agency, table)));

  it('holds for the API and for the worker', async () => {
    await assertFloor(service.database.app);
    await assertFloor(service.database.worker);
  });

  it.each(personal)('shows nothing of %s to a stranger and without a caller', async (table) => {
    expect(await service.seenBy(stranger, `select * from ${table}`)).toEqual([]);
    expect(await service.seenBy(null, `select * from ${table}`)).toEqual([]);
    expect(await service.database.app.query(`select * from ${table}`)).toEqual([]);
  });

  it('shows a custodian its cases, and each party its handoffs', async () => {
    expect(await counts(uptd)).toEqual([2, 2, 3, 5, 6, 3, 1, 0, 0]);
    expect(await counts(shelter)).toEqual([2, 2, 2, 3, 2, 2, 1, 0, 0]);
  });

  it('shows who declined its own answer and no case, no purpose', async () => {
    expect(await counts(secondShelter)).toEqual([0, 0, 1, 2, 0, 0, 0, 0, 0]);
  });

  it('shows a receiver the purpose from acceptance on', async () => {
    const texts = await service.seenBy<{ handoff_id: string }>(
      shelter,
      'select distinct handoff_id from handoff_text',
    );
    expect(texts).toEqual([{ handoff_id: accepted }]);
  });

  it('lets nobody write in another agency’s name', async () => {
    const attempts = [
      `insert into handoff select (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'number', 'x',
         'from_agency_id', '${uptd}', 'to_agency_id', '${singkawang}'))).* from handoff h limit 1`,
      `insert into handoff_step (handoff_id, version, status, at, agency_id)
         values ('${accepted}', 9, 'completed', now(), '${uptd}')`,
      `insert into handoff_text (handoff_id, part, agency_id, sealed) values ('${accepted}', 'reply', '${uptd}', '')`,
      `insert into handoff_envelope select (jsonb_populate_record(e, '{"agency_id": "${uptd}"}')).* from handoff_envelope e limit 1`,
      `insert into disclosure select (jsonb_populate_record(d, '{"to_agency_id": "${uptd}"}')).* from disclosure d limit 1`,
      `insert into custody_period (case_id, epoch, agency_id, since, handoff_id)
         values ('${id}', 2, '${uptd}', now(), '${accepted}')`,
    ];
    for (const attempt of attempts)
      await expect(service.seenBy(shelter, attempt)).rejects.toThrow('row-level security');
  });

  it('lets nobody change terms, the past or a text, and nobody delete', async () => {
    const attempts = [
      `update handoff set to_agency_id = '${stranger}'`,
      `update handoff set case_id = gen_random_uuid()`,
      `update handoff_step set at = now()`,
      `update handoff_text set sealed = ''`,
      `update handoff_envelope set age_band = '0-8'`,
      `update disclosure set field_groups = '{needs}'`,
      `update custody_period set agency_id = '${shelter}'`,
      ...personal.map((table) => `delete from ${table}`),
    ];
    for (const attempt of attempts)
      await expect(service.seenBy(shelter, attempt)).rejects.toThrow('permission denied');
  });

  it('lets nobody be the sender but who held the case in that epoch', async () => {
    for (const change of [
      `from_agency_id = '${stranger}'`,
      `from_agency_id = '${secondShelter}', custody_epoch = 2`,
    ])
      await expect(
        service.seenBy(shelter, `update handoff set ${change} where id = $1`, [accepted]),
      ).rejects.toThrow('sent_by_the_custodian');
  });

  it('keeps texts from the worker', async () => {
    await expect(service.database.worker.query('select * from handoff_text')).rejects.toThrow(
      'permission denied',
    );
  });

  it('lets custody be only where its line says, whatever the code does', async () => {
    await expect(
      service.seenBy(
        shelter,
        `update case_custody set custodian_agency_id = '${shelter}' where case_id = $1`,
        [id],
      ),
    ).rejects.toThrow('held_by_who_the_line_says');
    await expect(
      service.database.worker.query(
        'insert into custody_period (case_id, epoch, agency_id, since, handoff_id) values ($1, 1, $2, now(), null)',
        [id, shelter],
      ),
    ).rejects.toThrow('custody_period_pkey');
  });
});
