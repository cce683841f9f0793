import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** What a receiver is told of a child's age follows a correction, as long as it has not answered. */
export class FollowOutline1767225750001 implements MigrationInterface {
  name = 'FollowOutline1767225750001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`grant update (age_band) on handoff_envelope to ${roles.worker}`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`revoke update (age_band) on handoff_envelope from ${roles.worker}`);
  }
}
