import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

export class CreateFeedback1767225630001 implements MigrationInterface {
  name = 'CreateFeedback1767225630001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table handoff_feedback (
        id uuid primary key,
        handoff_id uuid not null references handoff (id),
        agency_id uuid not null,
        at timestamptz not null,
        progress text not null,
        note bytea
      );
      create index feedback_of_handoff on handoff_feedback (handoff_id, at desc);
      comment on table handoff_feedback is 'personal';
      grant select, insert on handoff_feedback to ${roles.app};
      ${rowSecurity('handoff_feedback', roles, {
        select: 'exists (select from handoff where handoff.id = handoff_id)',
        insert: 'app_agency() = agency_id',
      })}`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table handoff_feedback');
  }
}
