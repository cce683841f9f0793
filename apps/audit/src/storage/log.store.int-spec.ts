import type { DataSource } from 'typeorm';
import { assertFloor } from '@rujukan/persistence';
import { Trail } from '@rujukan/audit-trail';
import { aLog, type TestLog } from './fixtures/a-log.js';

jest.setTimeout(30_000);

const tables = [
  'audit_entry',
  'audit_body',
  'audit_subject',
  'audit_entity',
  'audit_entry_000',
  'audit_body_000',
];

const attacks = (table: string): string[] => [
  `update ${table} set seq = seq`,
  `update ${table} set seq = 9 where seq = 0`,
  `delete from ${table}`,
  `delete from ${table} where seq = 12345`,
  `truncate ${table}`,
];

describe('the log', () => {
  let log: TestLog;
  let roles: Record<'app' | 'worker' | 'owner', DataSource>;

  beforeAll(async () => {
    log = await aLog();
    roles = log.database;
    await log.did({
      type: 'case.read',
      trail: new Trail().touched('case', 'one').about(crypto.randomUUID()),
    });
  });
  afterAll(() => log.close());

  it.each(['app', 'worker'] as const)('may not be changed or emptied by the %s', async (role) => {
    for (const attack of tables.flatMap(attacks))
      await expect(roles[role].query(attack)).rejects.toThrow('permission denied');
  });

  it('refuses to be changed or emptied even by its owner', async () => {
    for (const attack of tables.flatMap(attacks))
      await expect(roles.owner.query(attack)).rejects.toThrow('the log is append only');
  });

  it('may be written to by the worker alone', async () => {
    await expect(
      roles.app.query(`insert into audit_entity (entity_id, seq, entity_type) values ('x', 9, 'case')`),
    ).rejects.toThrow('permission denied');
    await expect(roles.app.query('update log_state set size = 0')).rejects.toThrow('permission denied');
    await expect(roles.worker.query('create table another (id int)')).rejects.toThrow('permission denied');
  });

  it('shows nothing to a caller who may not read it', async () => {
    for (const table of tables.slice(0, 4))
      expect(await roles.app.query(`select 1 as one from ${table}`)).toEqual([]);
    await expect(roles.app.query('select * from audit_entry_000')).rejects.toThrow('permission denied');
  });

  it('stands on a floor that holds for both run-time roles', async () => {
    await expect(assertFloor(roles.app)).resolves.toBeUndefined();
    await expect(assertFloor(roles.worker)).resolves.toBeUndefined();
  });

  it('still has its first entry where it was put', async () => {
    expect(await roles.owner.query('select seq::int, type from audit_entry')).toEqual([
      { seq: 0, type: 'case.read' },
    ]);
  });
});
