import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Who may open which case now: follows custody and accepted handoffs, and is what every filter reads. */
const access = `
  create table case_access (
    id bigint generated always as identity primary key,
    case_id uuid not null references case_file,
    agency_id uuid not null,
    basis text not null check (basis in ('custodian', 'handoff')),
    handoff_id uuid,
    share_profile text,
    granted_at timestamptz not null,
    ended_at timestamptz,
    check ((basis = 'handoff') = (handoff_id is not null)),
    check (basis = 'handoff' or share_profile is null),
    check (basis = 'custodian' or share_profile is not null or ended_at is not null)
  );
  create unique index one_custodian_per_case on case_access (case_id) where basis = 'custodian' and ended_at is null;
  create unique index one_grant_per_handoff on case_access (handoff_id);
  create index running_access_of_agency on case_access (agency_id, case_id desc) where ended_at is null;
  create index running_access_to_case on case_access (case_id, agency_id) where ended_at is null;
  comment on table case_access is 'pseudonymous';
  grant select, insert on case_access to ${roles.app};
  grant select, insert, update on case_access to ${roles.worker};
  ${rowSecurity('case_access', roles, {
    select: 'agency_id = app_agency()',
    // The API opens cases for its own caller; every other access comes from an event.
    insert: `agency_id = app_agency() and basis = 'custodian'`,
  })}`;

const mayOpen = `exists (select 1 from case_access held
  where held.case_id = case_file.id and held.agency_id = app_agency() and held.ended_at is null)`;

const openColumns = `id, number, version, status, incident_id, report_id, custodian_agency_id, epoch, risk_level, age_band, sex,
  area_code, languages, has_disability, opened_at, closed_at, closure_reason`;

const cases = `
  create table incident (
    id uuid primary key,
    number text not null unique,
    report_id uuid not null unique references report,
    opened_by_agency_id uuid not null,
    opened_at timestamptz not null,
    authority text not null,
    occurred_at timestamptz,
    place_type text not null,
    area_code text,
    immediate_safety text not null,
    exploitation_types text[] not null,
    modus text[] not null,
    platforms text[] not null,
    contributing_factors text[] not null
  );
  comment on table incident is 'personal';
  grant select, insert on incident to ${roles.app};

  create table case_file (
    id uuid primary key,
    number text not null unique,
    version int not null check (version >= 1),
    status text not null check (status in ('open', 'closed')),
    incident_id uuid not null references incident,
    report_id uuid not null references report,
    custodian_agency_id uuid not null,
    epoch int not null check (epoch >= 1),
    risk_level text not null,
    age_band text not null,
    sex text not null,
    area_code text,
    languages text[] not null,
    has_disability boolean not null,
    opened_at timestamptz not null,
    closed_at timestamptz,
    closure_reason text,
    stated_age smallint,
    age_certainty text not null,
    residence_area_code text,
    police_reported_at timestamptz,
    name bytea,
    birth_date bytea,
    nik bytea,
    residence_address bytea,
    guardian bytea,
    current_location bytea,
    summary bytea not null,
    place_description bytea,
    police_report_number bytea,
    check ((status = 'closed') = (closed_at is not null and closure_reason is not null)),
    check ((police_report_number is null) = (police_reported_at is null))
  );
  create index case_of_incident on case_file (incident_id);
  comment on table case_file is 'personal';
  grant select, insert, update (version, police_report_number, police_reported_at) on case_file to ${roles.app};
  -- The worker moves custody and closes; it never needs to read what is sealed.
  grant select (${openColumns}), update (version, status, custodian_agency_id, epoch, closed_at, closure_reason)
    on case_file to ${roles.worker};`;

const caseSecurity = (): string => `
  ${rowSecurity('case_file', roles, {
    select: mayOpen,
    insert: 'custodian_agency_id = app_agency()',
    update: 'custodian_agency_id = app_agency()',
  })}
  ${rowSecurity('incident', roles, {
    select: 'exists (select 1 from case_file opened where opened.incident_id = incident.id)',
    insert: 'opened_by_agency_id = app_agency()',
  })}`;

const clocks = `
  create table duty_clock (
    id uuid primary key,
    definition text not null,
    case_id uuid not null references case_file,
    agency_id uuid not null,
    state text not null check (state in ('running', 'breached', 'met')),
    started_at timestamptz not null,
    due_at timestamptz not null check (due_at > started_at),
    breached_at timestamptz,
    stopped_at timestamptz,
    is_late boolean,
    unique (case_id, definition),
    check ((state = 'met') = (stopped_at is not null and is_late is not null)),
    check (state <> 'breached' or breached_at is not null),
    check (state <> 'running' or breached_at is null)
  );
  create index running_clock on duty_clock (due_at) where state = 'running';
  comment on table duty_clock is 'pseudonymous';
  grant select, insert, update (state, breached_at, stopped_at, is_late) on duty_clock to ${roles.app};
  grant select, update on duty_clock to ${roles.worker};
  ${rowSecurity('duty_clock', roles, {
    select: 'agency_id = app_agency()',
    insert: 'agency_id = app_agency()',
    update: 'agency_id = app_agency()',
  })}`;

export class CreateCase1767225600001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(cases);
    await run.query(access);
    await run.query(caseSecurity());
    await run.query(clocks);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('cases are never dropped'));
  }
}
