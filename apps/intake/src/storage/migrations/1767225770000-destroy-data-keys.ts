import type { MigrationInterface, QueryRunner } from 'typeorm';
import { destroyableDataKeys } from '@rujukan/sealing';
import { roles } from './roles.js';

export class DestroyDataKeys1767225770000 implements MigrationInterface {
  name = 'DestroyDataKeys1767225770000';

  async up(run: QueryRunner): Promise<void> {
    // Which reports belong to a case, and nothing of what they say.
    await run.query(
      `${destroyableDataKeys(roles)} grant select (id, primary_report_id) on report to ${roles.worker}`,
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a key that was destroyed does not come back'));
  }
}
