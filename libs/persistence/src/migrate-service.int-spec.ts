import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publishedEntries, testDatabase } from '@rujukan/testing';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { migrateService } from './migrate-service.js';

class AddNothing1000000000001 implements MigrationInterface {
  name = 'AddNothing1000000000001';
  async up(run: QueryRunner): Promise<void> {
    await run.query('select 1');
  }
  async down(): Promise<void> {}
}

describe('a change of the tables', () => {
  it('is an act that names what was applied, and none when there is nothing to apply', async () => {
    const database = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    const migrations = [CreateSpecimen1000000000000, AddNothing1000000000001];
    try {
      expect(await migrateService('specimen', database.urls.owner, migrations)).toEqual([
        'AddNothing1000000000001',
      ]);
      expect(await migrateService('specimen', database.urls.owner, migrations)).toEqual([]);
      expect(await publishedEntries(database.owner)).toMatchObject([
        {
          type: 'schema.migrate',
          action: 'U',
          actor: { sub: 'system:specimen' },
          entity: [{ type: 'migration', id: 'AddNothing1000000000001' }],
        },
      ]);
    } finally {
      await database.close();
    }
  });
});
