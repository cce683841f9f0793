import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** The directory as referral announces it: what agencies are called in answers. */
export class CreateKnownAgency1767225720001 implements MigrationInterface {
  name = 'CreateKnownAgency1767225720001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table known_agency (
        agency_id uuid primary key,
        agency_code text not null,
        agency_type text not null,
        version bigint not null check (version >= 1)
      );
      comment on table known_agency is 'public';
      grant select on known_agency to ${roles.app};
      grant select, insert, update on known_agency to ${roles.worker}`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table known_agency');
  }
}
