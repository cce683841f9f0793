import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const table = `
  create table milestone (
    id uuid primary key,
    case_id uuid not null references case_custody,
    code text not null,
    occurred_at timestamptz not null check (occurred_at <= recorded_at),
    next_agency_id uuid not null,
    recorded_by_agency_id uuid not null,
    recorded_at timestamptz not null
  );
  create index milestone_of_case on milestone (case_id, occurred_at, id);
  comment on table milestone is 'personal';
  grant select, insert on milestone to ${roles.app};
  -- Why a limit of the law was missed: known since this service has clocks that the law limits.
  grant update (late_reason, late_note) on duty_clock to ${roles.app};`;

// A case that row security lets be seen is one on which the agency works.
const worksOnIt = `exists (select from case_custody where case_custody.case_id = milestone.case_id)`;

export class CreateMilestone1767225760000 implements MigrationInterface {
  name = 'CreateMilestone1767225760000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(table);
    await run.query(
      rowSecurity('milestone', roles, {
        select: `app_agency() in (recorded_by_agency_id, next_agency_id) or exists (select from case_custody
          where case_custody.case_id = milestone.case_id and custodian_agency_id = app_agency())`,
        insert: `recorded_by_agency_id = app_agency() and ${worksOnIt}`,
      }),
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what happened is never dropped'));
  }
}
