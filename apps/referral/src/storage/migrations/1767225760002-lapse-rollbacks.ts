import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Who may look at the custody of a case: its custodian, a receiver, and both agencies of a roll-back that waits. */
const mayHoldCustody = (waiting: string): string => `app_agency() = custodian_agency_id
  or exists (select from handoff
      where handoff.case_id = case_custody.case_id and to_agency_id = app_agency() and ended_at is null)
  or exists (select from custody_rollback where custody_rollback.case_id = case_custody.case_id and ${waiting})`;

const policies = (waiting: string): string => `
  alter policy case_custody_select on case_custody using (${mayHoldCustody(waiting)});
  alter policy case_custody_update on case_custody using (${mayHoldCustody(waiting)});`;

/** A proposal that was not signed in time opens nothing any more, for the floor too. */
export class LapseRollbacks1767225760002 implements MigrationInterface {
  name = 'LapseRollbacks1767225760002';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table custody_rollback add column lapsed_at timestamptz,
        add constraint what_lapsed_was_not_signed check (lapsed_at is null or signed_at is null);
      create index custody_rollback_that_waits on custody_rollback (handoff_id)
        where signed_at is null and lapsed_at is null;
      grant update (lapsed_at) on custody_rollback to ${roles.worker};
      ${policies('signed_at is null and lapsed_at is null')}`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`${policies('signed_at is null')}
      alter table custody_rollback drop column lapsed_at;`);
  }
}
