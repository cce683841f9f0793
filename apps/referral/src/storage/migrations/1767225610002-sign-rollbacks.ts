import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const mayHoldCustody = `app_agency() = custodian_agency_id
  or exists (select from handoff
      where handoff.case_id = case_custody.case_id and to_agency_id = app_agency() and ended_at is null)`;

/** Custody goes back when both agencies of a transfer sign; while one signature waits, both may look at the line. */
export class SignRollbacks1767225610002 implements MigrationInterface {
  name = 'SignRollbacks1767225610002';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table custody_rollback (
        handoff_id uuid primary key references handoff (id),
        case_id uuid not null,
        from_agency_id uuid not null,
        to_agency_id uuid not null,
        reason text not null,
        proposed_by uuid not null,
        proposed_at timestamptz not null,
        signed_by uuid,
        signed_at timestamptz,
        constraint proposed_by_a_party check (proposed_by in (from_agency_id, to_agency_id)),
        constraint signed_by_the_other check (signed_by in (from_agency_id, to_agency_id) and signed_by <> proposed_by),
        constraint signed_at_a_time check ((signed_by is null) = (signed_at is null))
      );
      create index custody_rollback_of_case on custody_rollback (case_id) where signed_at is null;
      comment on table custody_rollback is 'personal';
      grant select, insert, update (signed_by, signed_at) on custody_rollback to ${roles.app};
      grant select on custody_rollback to ${roles.worker};`);
    await run.query(
      rowSecurity('custody_rollback', roles, {
        select: 'app_agency() in (from_agency_id, to_agency_id)',
        insert: 'app_agency() = proposed_by',
        update: 'app_agency() in (from_agency_id, to_agency_id)',
      }),
    );
    const widened = `${mayHoldCustody} or exists (select from custody_rollback
      where custody_rollback.case_id = case_custody.case_id and signed_at is null)`;
    await run.query(`
      alter policy case_custody_select on case_custody using (${widened});
      alter policy case_custody_update on case_custody using (${widened});`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      alter policy case_custody_select on case_custody using (${mayHoldCustody});
      alter policy case_custody_update on case_custody using (${mayHoldCustody});
      drop table custody_rollback;`);
  }
}
