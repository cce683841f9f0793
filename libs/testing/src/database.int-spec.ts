import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextFunctions, idempotencyTable, rowSecurity } from '@rujukan/persistence';
import { messagingTables } from '@rujukan/messaging';
import { leakCheck } from './leaks.js';
import { testDatabase, type TestDatabase } from './database.js';

const roles = { app: 'specimen_app', worker: 'specimen_worker' };

class CreateSpecimen1000000000000 implements MigrationInterface {
  name = 'CreateSpecimen1000000000000';
  async up(run: QueryRunner): Promise<void> {
    await run.query(contextFunctions);
    await run.query(messagingTables(roles) + idempotencyTable(roles));
    await run.query(`create table thing (id int primary key, agency_id uuid not null);
      comment on table thing is 'personal';
      grant select on thing to ${roles.app};
      ${rowSecurity('thing', roles, { select: 'agency_id = app_agency()' })}`);
  }
  async down(): Promise<void> {}
}

describe('a cloned test database', () => {
  const nothingLeft = leakCheck();
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    [first, second] = await Promise.all([
      testDatabase('specimen', [CreateSpecimen1000000000000]),
      testDatabase('specimen', [CreateSpecimen1000000000000]),
    ]);
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await nothingLeft();
  });

  it('is seen through a role that is nobody special', async () => {
    const who =
      'select current_user as role, (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as special';
    expect(await first.app.query(who)).toEqual([{ role: 'specimen_app', special: false }]);
    expect(await first.worker.query(who)).toEqual([{ role: 'specimen_worker', special: false }]);
    expect(await first.owner.query(who)).toEqual([{ role: 'specimen_owner', special: false }]);
  });

  it('holds the grants and the row security of its migrations', async () => {
    await first.worker.query(`insert into relay_source (src) values ('specimen')`);
    await expect(first.app.query('select * from relay_source')).rejects.toThrow('permission denied');
    expect(await first.app.query('select * from thing')).toEqual([]);
  });

  it('shares nothing with its sister', async () => {
    await first.worker.query(`insert into inbox (consumer, event_id) values ('c', gen_random_uuid())`);
    expect(await second.worker.query('select * from inbox')).toEqual([]);
  });
});
