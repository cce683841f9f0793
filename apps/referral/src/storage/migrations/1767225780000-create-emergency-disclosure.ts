import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const table = `
  create table emergency_disclosure (
    access_id uuid primary key,
    case_id uuid not null,
    from_agency_id uuid not null,
    to_agency_id uuid not null,
    field_groups text[] not null check (cardinality(field_groups) > 0),
    disclosed_at timestamptz not null,
    ended_at timestamptz
  );
  create index emergency_disclosure_of_case on emergency_disclosure (case_id, access_id);
  comment on table emergency_disclosure is 'personal';
  grant select on emergency_disclosure to ${roles.app};
  grant select, insert, update (ended_at) on emergency_disclosure to ${roles.worker};`;

export class CreateEmergencyDisclosure1767225780000 implements MigrationInterface {
  name = 'CreateEmergencyDisclosure1767225780000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(table);
    await run.query(
      rowSecurity('emergency_disclosure', roles, {
        select: `app_agency() in (from_agency_id, to_agency_id) or exists (select from case_custody
          where case_custody.case_id = emergency_disclosure.case_id and custodian_agency_id = app_agency())
          or app_may('audit:read')`,
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table emergency_disclosure');
  }
}
