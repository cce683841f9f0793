import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Lines that were read go after a while; until then a desk can look back. */
export class PurgeNotifications1767225750000 implements MigrationInterface {
  name = 'PurgeNotifications1767225750000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create index notification_by_age on notification (at);
      grant delete on notification to ${roles.worker};
      grant select, delete on notification_reading to ${roles.worker};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index notification_by_age;
      revoke delete on notification from ${roles.worker};
      revoke select, delete on notification_reading from ${roles.worker};`);
  }
}
