import type { MigrationInterface, QueryRunner } from 'typeorm';
import { destroyableDataKeys } from '@rujukan/sealing';

export class DestroyDataKeys1767225770000 implements MigrationInterface {
  name = 'DestroyDataKeys1767225770000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(destroyableDataKeys({ worker: 'victim_services_worker' }));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a key that was destroyed does not come back'));
  }
}
