import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Entries per block; the number stands in the code that fills the table as well and is never changed. */
const blockSize = 4096;

/**
 * Where in the log a span of time lies. First and last time of each block and not one order of all entries: a clock that
 * was put back widens the search and never hides an entry.
 */
export class FindByTimeAndPurpose1767225720000 implements MigrationInterface {
  name = 'FindByTimeAndPurpose1767225720000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table audit_block (
        block bigint primary key,
        first_occurred timestamptz not null,
        last_occurred timestamptz not null
      );
      comment on table audit_block is 'operational';
      insert into audit_block
        select seq / ${blockSize}, min(occurred), max(occurred) from audit_entry group by 1;
      grant select on audit_block to ${roles.app};
      grant select, insert, update on audit_block to ${roles.worker};
      create index audit_entry_purpose on audit_entry (purpose, seq desc)`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table audit_block; drop index audit_entry_purpose');
  }
}
