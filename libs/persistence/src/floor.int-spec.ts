import { DataSource } from 'typeorm';
import { backing, leakCheck, testDatabase, type TestDatabase } from '@rujukan/testing';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { assertFloor } from './floor.js';

describe('the floor under the filters', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
  });
  afterEach(() => db.close());
  afterAll(() => nothingLeft());

  it('holds for both run-time roles', async () => {
    await expect(assertFloor(db.app)).resolves.toBeUndefined();
    await expect(assertFloor(db.worker)).resolves.toBeUndefined();
  });

  it('does not hold for the owner of the tables', async () => {
    await expect(assertFloor(db.owner)).rejects.toThrow('role owns table note');
  });

  it('does not hold for a superuser', async () => {
    const url = new URL(db.urls.app);
    url.username = new URL(backing().postgresUrl).username;
    url.searchParams.delete('options');
    const superuser = new DataSource({ type: 'postgres', url: url.href });
    await superuser.initialize();
    await expect(assertFloor(superuser))
      .rejects.toThrow('is a superuser or bypasses row security')
      .finally(() => superuser.destroy());
  });

  it.each([
    [
      'a personal table without row security',
      'alter table note disable row level security',
      'personal table note lacks forced row security',
    ],
    [
      'row security that spares the owner',
      'alter table note no force row level security',
      'personal table note lacks forced row security',
    ],
    [
      'a table that does not say its class',
      'create table stray (id int)',
      'table stray does not say its class',
    ],
    [
      'a class that does not exist',
      `comment on table note is 'harmless'`,
      'table note does not say its class',
    ],
    [
      'a partitioned table without a class',
      'create table parts (id int) partition by range (id)',
      'table parts does not say its class',
    ],
  ])('does not hold with %s', async (_, violation, finding) => {
    await db.owner.query(violation);
    await expect(assertFloor(db.app)).rejects.toThrow(finding);
  });

  it('names every finding at once', async () => {
    await db.owner.query('create table one (id int); create table two (id int)');
    await expect(assertFloor(db.app)).rejects.toThrow(/table one .*; .*table two/);
  });
});
