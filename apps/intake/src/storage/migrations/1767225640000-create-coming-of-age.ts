import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Cases whose child will be 18: found on the day by a keyed mark of the day, and by nothing that can be read. */
const comingOfAge = `
  create table coming_of_age (
    case_id uuid primary key references case_file,
    mark bytea not null
  );
  create index coming_of_age_by_mark on coming_of_age (mark);
  comment on table coming_of_age is 'personal';
  grant insert on coming_of_age to ${roles.app};
  grant select, update, delete on coming_of_age to ${roles.worker};
  grant update (age_band) on case_file to ${roles.worker};
  ${rowSecurity('coming_of_age', roles, {
    select: 'false',
    insert: `exists (select from case_file opened
      where opened.id = case_id and opened.custodian_agency_id = app_agency())`,
  })}`;

export class CreateComingOfAge1767225640000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(comingOfAge);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table coming_of_age');
  }
}
