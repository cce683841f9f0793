import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

export class CreateProposal1767225620001 implements MigrationInterface {
  name = 'CreateProposal1767225620001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table handoff_proposal (
        handoff_id uuid primary key references handoff (id),
        agency_id uuid,
        service_id uuid,
        proposed_at timestamptz not null,
        constraint an_agency_with_its_service check ((agency_id is null) = (service_id is null))
      );
      comment on table handoff_proposal is 'personal';

      -- Counted for planning. Whose case it was is not kept; the handoff is named so that it counts once.
      create table capacity_decline (
        handoff_id uuid primary key,
        agency_id uuid not null,
        service_type text not null,
        area_code text,
        risk_level text not null,
        declined_at timestamptz not null
      );
      create index capacity_decline_by_time on capacity_decline (declined_at);
      comment on table capacity_decline is 'pseudonymous';

      grant select on handoff_proposal, capacity_decline to ${roles.app};
      grant select, insert on handoff_proposal, capacity_decline to ${roles.worker};`);
    await run.query(
      rowSecurity('handoff_proposal', roles, {
        select:
          'exists (select from handoff where handoff.id = handoff_id and from_agency_id = app_agency())',
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table capacity_decline, handoff_proposal');
  }
}
