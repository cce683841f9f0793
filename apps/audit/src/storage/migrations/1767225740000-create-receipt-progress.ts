import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** How far the steps of handoffs are proven to those who keep receipts. */
export class CreateReceiptProgress1767225740000 implements MigrationInterface {
  name = 'CreateReceiptProgress1767225740000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table receipt_progress (
        only_one boolean primary key default true check (only_one),
        next_seq bigint not null default 0
      );
      comment on table receipt_progress is 'operational';
      insert into receipt_progress default values;
      grant select, update (next_seq) on receipt_progress to ${roles.worker};
      -- The witnessed head is asked for twice a second.
      create index log_checkpoint_witnessed on log_checkpoint (size desc) where cosigned is not null;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index log_checkpoint_witnessed');
    await run.query('drop table receipt_progress');
  }
}
