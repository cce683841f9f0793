import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Which holes in a source's numbers were told, and which of those were told to have closed. */
export class AlarmAtGaps1767225730001 implements MigrationInterface {
  name = 'AlarmAtGaps1767225730001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table src_gap add column alarmed_at timestamptz, add column closure_told_at timestamptz,
        add check (closure_told_at is null or (alarmed_at is not null and closed_at is not null));
      create index src_gap_untold on src_gap (found_at) where alarmed_at is null or closure_told_at is null;
      grant select on src_gap to ${roles.app};
    `);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      revoke select on src_gap from ${roles.app};
      alter table src_gap drop column closure_told_at, drop column alarmed_at;
    `);
  }
}
