import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Who else was asked, through whom it came, who has it on the desk, and a sender that follows custody. */
export class AskSeveralAndClaim1767225610001 implements MigrationInterface {
  name = 'AskSeveralAndClaim1767225610001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table handoff
        add open_request_id uuid,
        add part_of_id uuid references handoff (id),
        add forwarded_by_agency_id uuid,
        add claimed_by uuid,
        add constraint passed_on_by_somebody check ((part_of_id is null) = (forwarded_by_agency_id is null)),
        add constraint never_back_to_who_passed_it_on check (to_agency_id <> forwarded_by_agency_id);
      create index handoff_of_open_request on handoff (open_request_id) where open_request_id is not null;
      create index handoff_that_may_expire on handoff (due_at)
        where risk_level = 'low' and status in ('requested', 'received');

      -- The constraint sent_by_the_custodian holds the sender to the line of custody, whoever writes.
      grant update (from_agency_id, custody_epoch, claimed_by) on handoff to ${roles.app};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      revoke update (from_agency_id, custody_epoch) on handoff from ${roles.app};
      drop index handoff_that_may_expire;
      alter table handoff drop open_request_id, drop part_of_id, drop forwarded_by_agency_id, drop claimed_by;`);
  }
}
