import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Words that go with a step, drafts that only their author sees, and the times that a second sending renews. */
export class WalkTheMachine1767225610000 implements MigrationInterface {
  name = 'WalkTheMachine1767225610000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table handoff_message (
        handoff_id uuid not null references handoff (id),
        version int not null,
        agency_id uuid not null,
        sealed bytea not null,
        primary key (handoff_id, version)
      );
      comment on table handoff_message is 'personal';
      grant select, insert on handoff_message to ${roles.app};
      grant select on handoff_message to ${roles.worker};
      grant update (requested_at, due_at) on handoff to ${roles.app};

      alter policy handoff_select on handoff
        using (app_agency() = from_agency_id or (app_agency() = to_agency_id and status <> 'draft'));
      alter policy handoff_update on handoff
        using (app_agency() = from_agency_id or (app_agency() = to_agency_id and status <> 'draft'));`);
    await run.query(
      rowSecurity('handoff_message', roles, {
        select: `app_agency() = agency_id or exists (select from handoff where handoff.id = handoff_id and (
          app_agency() = from_agency_id
          or accepted_at is not null and (ended_at is null or kind = 'transfer')))`,
        insert: 'app_agency() = agency_id',
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table handoff_message;
      revoke update (requested_at, due_at) on handoff from ${roles.app};
      alter policy handoff_select on handoff using (app_agency() in (from_agency_id, to_agency_id));
      alter policy handoff_update on handoff using (app_agency() in (from_agency_id, to_agency_id));`);
  }
}
