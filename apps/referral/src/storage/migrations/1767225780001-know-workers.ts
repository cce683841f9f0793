import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Who works at the desk of an agency: whoever has opened its list and may answer. */
export class KnowWorkers1767225780001 implements MigrationInterface {
  name = 'KnowWorkers1767225780001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table desk_worker (
        agency_id uuid not null,
        subject text not null,
        since timestamptz not null,
        primary key (agency_id, subject)
      );
      comment on table desk_worker is 'personal';
      grant select, insert on desk_worker to ${roles.app};`);
    await run.query(
      rowSecurity('desk_worker', roles, {
        select: 'app_agency() = agency_id',
        insert: 'app_agency() = agency_id and app_subject() = subject',
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table desk_worker');
  }
}
