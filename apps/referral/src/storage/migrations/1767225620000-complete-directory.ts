import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const services = `
  alter table service
    add column status text not null default 'active',
    add column min_age int check (min_age between 0 and 150),
    add column max_age int check (max_age between min_age and 150),
    add column sex text[] not null default '{}',
    add column areas text[] not null default '{}',
    add column languages text[] not null default '{}',
    add column disability_access boolean,
    add column opening_hours jsonb not null default '[]',
    add column capacity_unit text,
    add column capacity_next_available date,
    add column capacity_confirmed_at timestamptz;`;

const agreements = `
  create table agreement (
    id uuid primary key,
    number text not null,
    title text not null,
    version int not null
  );
  comment on table agreement is 'public';

  create table agreement_party (
    agreement_id uuid not null references agreement (id),
    agency_id uuid not null references agency (id),
    valid_from date not null,
    valid_until date not null,
    primary key (agreement_id, agency_id),
    constraint bound_for_a_day_at_least check (valid_from <= valid_until)
  );
  create index agreement_of_agency on agreement_party (agency_id, agreement_id);
  comment on table agreement_party is 'public';

  -- Two agencies are bound to one another while both are bound by the same agreement.
  create function agreement_state(sender uuid, receiver uuid, day date) returns text
    language sql stable parallel safe
    as $$
      select coalesce((
        select case
                 when bool_or(day between greatest(one.valid_from, other.valid_from)
                                      and least(one.valid_until, other.valid_until)) then 'valid'
                 when bool_or(least(one.valid_until, other.valid_until) < day) then 'expired'
               end
          from agreement_party one join agreement_party other using (agreement_id)
         where one.agency_id = sender and other.agency_id = receiver), 'missing')
    $$;

  grant select, insert, update on agreement, agreement_party to ${roles.app};
  grant delete on agreement_party to ${roles.app};
  grant select on agreement, agreement_party to ${roles.worker};`;

const locations = `
  create table location (
    id uuid primary key,
    agency_id uuid not null references agency (id),
    name text not null,
    address jsonb not null,
    area_code text not null,
    is_confidential boolean not null,
    service_ids uuid[] not null,
    version int not null
  );
  create index location_by_agency on location (agency_id);
  -- Where children are hidden: an address in the wrong hands is a danger to all of them.
  comment on table location is 'personal';
  grant select, insert, update on location to ${roles.app};`;

const floor = rowSecurity('location', roles, {
  select: 'app_agency() = agency_id or not is_confidential and app_agency() is not null',
  insert: 'app_agency() = agency_id',
  update: 'app_agency() = agency_id',
});

export class CompleteDirectory1767225620000 implements MigrationInterface {
  name = 'CompleteDirectory1767225620000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(services);
    await run.query(agreements);
    await run.query(locations);
    await run.query(floor);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop function agreement_state');
    await run.query('drop table location, agreement_party, agreement');
    await run.query(`alter table service drop column status, drop column min_age, drop column max_age,
      drop column sex, drop column areas, drop column languages, drop column disability_access,
      drop column opening_hours, drop column capacity_unit, drop column capacity_next_available,
      drop column capacity_confirmed_at`);
  }
}
