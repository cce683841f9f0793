import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextFunctions } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Its row security comes with the handoffs, which decide who else may see it. */
export class CreateCustody1767225600001 implements MigrationInterface {
  name = 'CreateCustody1767225600001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(contextFunctions);
    await run.query(`
      -- A line and never a fork: one agency per epoch.
      create table custody_period (
        case_id uuid not null,
        epoch int not null check (epoch >= 1),
        agency_id uuid not null,
        since timestamptz not null,
        handoff_id uuid,
        primary key (case_id, epoch),
        constraint custody_period_holder unique (case_id, epoch, agency_id),
        constraint moved_by_a_transfer check ((epoch = 1) = (handoff_id is null))
      );
      comment on table custody_period is 'personal';

      -- The row that every change of the case's handoffs locks first.
      create table case_custody (
        case_id uuid primary key,
        case_number text not null,
        custodian_agency_id uuid not null,
        epoch int not null,
        closed_at timestamptz,
        risk_level text not null,
        age_band text not null,
        sex text not null,
        area_code text,
        languages text[] not null,
        has_disability boolean not null,
        constraint held_by_who_the_line_says foreign key (case_id, epoch, custodian_agency_id)
          references custody_period (case_id, epoch, agency_id)
      );
      comment on table case_custody is 'personal';

      -- Topics keep no order between them: a closure may arrive before the opening.
      create table closed_case (
        case_id uuid primary key,
        closed_at timestamptz not null
      );
      comment on table closed_case is 'pseudonymous';

      grant select, update (custodian_agency_id, epoch) on case_custody to ${roles.app};
      grant select, insert on custody_period to ${roles.app};
      grant select, insert, update on case_custody to ${roles.worker};
      grant select, insert on custody_period, closed_case to ${roles.worker};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table closed_case, case_custody, custody_period');
    await run.query('drop function app_agency, app_subject, app_may');
  }
}
