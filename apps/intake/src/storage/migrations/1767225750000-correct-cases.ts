import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const isCustodians = (table: string): string => `exists (select from case_file opened
  where opened.id = ${table}.case_id and opened.custodian_agency_id = app_agency())`;

/** Who a child is may be corrected, and how great the danger is; what was there before is kept. */
export class CorrectCases1767225750000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table identity_correction (
        id uuid primary key,
        case_id uuid not null references case_file,
        version int not null,
        at timestamptz not null,
        agency_id uuid not null,
        subject text not null,
        reason text not null,
        fields text[] not null check (cardinality(fields) > 0),
        before bytea not null,
        unique (case_id, version)
      );
      comment on table identity_correction is 'personal';
      grant select, insert on identity_correction to ${roles.app};
      ${rowSecurity('identity_correction', roles, {
        select: isCustodians('identity_correction'),
        insert: `agency_id = app_agency() and ${isCustodians('identity_correction')}`,
      })}
      grant update (risk_level, age_band, name, birth_date, nik, stated_age, age_certainty) on case_file to ${roles.app};

      -- Another birthday is another day to wait for. The mark itself stays out of the API's sight.
      grant select (case_id), delete on coming_of_age to ${roles.app};
      alter policy coming_of_age_select on coming_of_age using (${isCustodians('coming_of_age')});
      create policy coming_of_age_delete on coming_of_age for delete to ${roles.app}
        using (${isCustodians('coming_of_age')});`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop table identity_correction;
      revoke update (risk_level, age_band, name, birth_date, nik, stated_age, age_certainty) on case_file from ${roles.app};
      drop policy coming_of_age_delete on coming_of_age;
      alter policy coming_of_age_select on coming_of_age using (false);
      revoke select (case_id), delete on coming_of_age from ${roles.app};`);
  }
}
