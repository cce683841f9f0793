import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** The directory as referral announces it: whom a report can be sent to, and who of them are the police. */
const knownAgency = `
  create table known_agency (
    agency_id uuid primary key,
    agency_type text not null,
    version bigint not null check (version >= 1)
  );
  comment on table known_agency is 'public';
  grant select on known_agency to ${roles.app};
  grant select, insert, update on known_agency to ${roles.worker};`;

export class CreateKnownAgency1767225600003 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(knownAgency);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table known_agency');
  }
}
