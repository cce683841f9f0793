import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTables } from '@rujukan/messaging';
import { idempotencyTable } from '@rujukan/persistence';
import { dataKeyTable } from '@rujukan/sealing';
import { roles } from './roles.js';

export class CreateOutboxAndInbox1767225600003 implements MigrationInterface {
  name = 'CreateOutboxAndInbox1767225600003';

  async up(run: QueryRunner): Promise<void> {
    await run.query(messagingTables(roles));
    await run.query(idempotencyTable(roles));
    await run.query(dataKeyTable(roles));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table data_key, idempotency_key, parked_event, inbox, relay_source, outbox');
  }
}
