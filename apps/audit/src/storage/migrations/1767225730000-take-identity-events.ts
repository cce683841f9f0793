import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Which of the identity provider's events are in the log already. */
export class TakeIdentityEvents1767225730000 implements MigrationInterface {
  name = 'TakeIdentityEvents1767225730000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table identity_event (
        stream text not null check (stream in ('user', 'admin')),
        event_id text not null,
        happened timestamptz not null,
        primary key (stream, event_id)
      );
      create index identity_event_happened on identity_event (stream, happened);
      comment on table identity_event is 'operational';
      grant select, insert, delete on identity_event to ${roles.worker};
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table identity_event');
  }
}
