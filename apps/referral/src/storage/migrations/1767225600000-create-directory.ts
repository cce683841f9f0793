import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

export class CreateDirectory1767225600000 implements MigrationInterface {
  name = 'CreateDirectory1767225600000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table agency (
        id uuid primary key,
        code text not null unique,
        name text not null,
        type text not null,
        area_code text,
        version int not null default 1
      );
      comment on table agency is 'public';

      create table service (
        id uuid primary key,
        agency_id uuid not null references agency (id),
        type text not null,
        name text not null,
        capacity_status text not null,
        capacity_available int check (capacity_available >= 0),
        capacity_maximum int check (capacity_maximum >= capacity_available),
        version int not null default 1
      );
      create index service_by_agency on service (agency_id, type);
      create index service_by_type on service (type, id);
      comment on table service is 'public';

      grant select, insert, update on agency, service to ${roles.app};
      grant select on agency, service to ${roles.worker};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table service, agency');
  }
}
