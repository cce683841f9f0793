import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTables } from '@rujukan/messaging';
import { idempotencyTable } from '@rujukan/persistence';
import { roles } from './roles.js';

/** The auditors' own questions go to the log by the same road as everybody's acts. */
export class CreateOutbox1767225600001 implements MigrationInterface {
  name = 'CreateOutbox1767225600001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(messagingTables(roles) + idempotencyTable(roles));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table outbox, relay_source, inbox, parked_event, idempotency_key');
  }
}
