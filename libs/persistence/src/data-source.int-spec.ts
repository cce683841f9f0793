import { testDatabase } from '@rujukan/testing';
import { migrate } from './data-source.js';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';

describe('migrations', () => {
  it('are applied once, as the owner, and give their names', async () => {
    const db = await testDatabase('specimen', []);
    expect(await migrate(db.urls.owner, [CreateSpecimen1000000000000])).toEqual([
      'CreateSpecimen1000000000000',
    ]);
    expect(await migrate(db.urls.owner, [CreateSpecimen1000000000000])).toEqual([]);
    await expect(migrate(db.urls.app, [])).rejects.toThrow('permission denied');
    await db.close();
  });

  it('leave nothing of a migration that fails half-way', async () => {
    class Broken1000000000001 extends CreateSpecimen1000000000000 {
      override readonly name = 'Broken1000000000001' as never;
      override async up(...[run]: Parameters<CreateSpecimen1000000000000['up']>): Promise<void> {
        await run.query('create table half (id int)');
        await run.query('select * from nowhere');
      }
    }
    const db = await testDatabase('specimen', []);
    await expect(migrate(db.urls.owner, [Broken1000000000001])).rejects.toThrow('nowhere');
    expect(await db.owner.query(`select to_regclass('half') as half`)).toEqual([{ half: null }]);
    await db.close();
  });
});
