import { testDatabase, type TestDatabase } from '@rujukan/testing';
import { aHandoff, terms } from '../domain/fixtures/a-handoff.js';
import { entities } from './entities.js';
import { findHandoff } from './handoff.finder.js';
import { migrations } from './migrations.js';
import { CreateDisclosure1767225650000 } from './migrations/1767225650000-create-disclosure.js';
import { FollowOutline1767225750001 } from './migrations/1767225750001-follow-outline.js';

/** Those that stand on the row of the envelope come after it. */
const before = migrations.filter(
  (migration) => ![CreateDisclosure1767225650000, FollowOutline1767225750001].includes(migration),
);

/** A handoff as it was written when its own row described the child. */
const old = `
  insert into handoff (id, number, case_id, case_number, custody_epoch, kind, status, version, from_agency_id,
    to_agency_id, service_id, service_type, share_profile, lawful_basis, priority, risk_level, age_band, sex, area_code,
    languages, has_disability, requested_at, due_at)
  values ($1, $2, $3, $4, 1, 'referral', 'requested', 3, $5, $6, $7, 'emergency-shelter', 'shelter-placement',
    'vital-interest', 'stat', 'high', '13-15', 'female', '61.71.02', '{id}', false, $8, $9)`;

describe('handoffs from before there was an envelope', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase('referral', before, { entities });
  });
  afterAll(() => database.close());

  const asSender = <T>(work: (tx: TestDatabase['app']['manager']) => Promise<T>): Promise<T> =>
    database.app.transaction(async (tx) => {
      await tx.query(`select set_config('app.agency', $1, true)`, [terms.from]);
      return work(tx);
    });

  it('are found again whole, with the child described in a row that can be deleted', async () => {
    const { id, number, caseId, caseNumber, from, to, serviceId, requestedAt, dueAt } = terms;
    await database.worker.query(
      'insert into custody_period (case_id, epoch, agency_id, since) values ($1, 1, $2, $3)',
      [caseId, from, requestedAt],
    );
    await asSender((tx) =>
      tx.query(old, [id, number, caseId, caseNumber, from, to, serviceId, requestedAt, dueAt]),
    );
    await database.owner.transaction((tx) => new CreateDisclosure1767225650000().up(tx.queryRunner!));

    const found = await asSender((tx) => findHandoff(tx, id, from));
    expect(found?.handoff).toEqual(aHandoff('requested'));
    const [left] = await asSender((tx) =>
      tx.query<object[]>('select age_band, sex, languages from handoff where id = $1', [id]),
    );
    expect(left).toEqual({ age_band: null, sex: null, languages: null });
  });
});
