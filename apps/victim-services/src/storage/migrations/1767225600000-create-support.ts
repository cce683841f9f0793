import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextFunctions, idempotencyTable, rowSecurity } from '@rujukan/persistence';
import { dataKeyTable } from '@rujukan/sealing';

const roles = { app: 'victim_services_app', worker: 'victim_services_worker' };

/** The caller's agency has access to the row's case that has not ended, as `basis` says. */
const hasAccess = (table: string, basis = ''): string =>
  `exists (select 1 from case_access held where held.case_id = ${table}.case_id
    and held.agency_id = app_agency() and held.ended_at is null ${basis})`;

const isCustodian = (table: string): string => hasAccess(table, `and held.basis = 'custodian'`);

/** Whose case it is and who else may work on it: learnt from events, changed by nobody else. */
const custody = `
  create table case_custody (
    case_id uuid primary key,
    case_number text,
    custodian_agency_id uuid not null,
    epoch int not null check (epoch >= 1),
    risk_level text not null,
    status text not null check (status in ('open', 'closed')),
    closed_at timestamptz,
    check ((status = 'closed') = (closed_at is not null))
  );
  comment on table case_custody is 'personal';
  grant select, update (status, closed_at) on case_custody to ${roles.app};
  grant select, insert, update on case_custody to ${roles.worker};
  ${rowSecurity('case_custody', roles, {
    select: 'custodian_agency_id = app_agency()',
    update: 'custodian_agency_id = app_agency()',
  })}

  create table case_access (
    id bigint generated always as identity primary key,
    case_id uuid not null,
    agency_id uuid not null,
    basis text not null check (basis in ('custodian', 'handoff')),
    handoff_id uuid,
    share_profile text,
    lawful_basis text,
    granted_at timestamptz not null,
    ended_at timestamptz,
    check ((basis = 'handoff') = (handoff_id is not null and share_profile is not null and lawful_basis is not null))
  );
  create unique index one_custodian_per_case on case_access (case_id) where basis = 'custodian' and ended_at is null;
  create unique index one_grant_per_handoff on case_access (handoff_id);
  create index running_access on case_access (case_id, agency_id) where ended_at is null;
  comment on table case_access is 'personal';
  grant select, update (ended_at) on case_access to ${roles.app};
  grant select, insert, update on case_access to ${roles.worker};`;

/** Written out: the API may end access and never begin it, which the common policies cannot say. */
const accessPolicies = (): string => {
  const seen = `agency_id = app_agency() or exists (select 1 from case_custody held
    where held.case_id = case_access.case_id and held.custodian_agency_id = app_agency())`;
  return `
  alter table case_access enable row level security;
  alter table case_access force row level security;
  create policy case_access_select on case_access for select to ${roles.app} using (${seen});
  create policy case_access_end on case_access for update to ${roles.app} using (${seen}) with check (ended_at is not null);
  create policy case_access_worker on case_access to ${roles.worker} using (true) with check (true);`;
};

const handoffs = `
  create table case_handoff (
    handoff_id uuid primary key,
    case_id uuid not null,
    kind text not null check (kind in ('referral', 'transfer', 'consultation')),
    status text not null check (status in ('open', 'ended'))
  );
  create index open_handoff on case_handoff (case_id) where status = 'open';
  comment on table case_handoff is 'personal';
  grant select on case_handoff to ${roles.app};
  grant select, insert, update on case_handoff to ${roles.worker};
  ${rowSecurity('case_handoff', roles, { select: isCustodian('case_handoff') })}`;

const support = `
  create table plan_revision (
    plan_id uuid not null,
    version int not null check (version >= 1),
    case_id uuid not null,
    agency_id uuid not null,
    agreed_by text not null,
    agreed_at timestamptz not null,
    objective bytea not null,
    actions bytea not null,
    planned_end date,
    primary key (plan_id, version),
    unique (case_id, version)
  );
  comment on table plan_revision is 'personal';
  grant select, insert on plan_revision to ${roles.app};
  ${rowSecurity('plan_revision', roles, {
    select: hasAccess('plan_revision'),
    insert: `agency_id = app_agency() and ${isCustodian('plan_revision')}`,
  })}

  create table service_event (
    id uuid primary key,
    case_id uuid not null,
    agency_id uuid not null,
    handoff_id uuid,
    service_type text not null,
    status text not null check (status in ('scheduled', 'attended', 'no-show', 'cancelled')),
    planned_at timestamptz,
    occurred_at timestamptz,
    note bytea,
    recorded_by text not null,
    recorded_at timestamptz not null,
    check (status <> 'scheduled' or planned_at is not null),
    check (status <> 'attended' or occurred_at is not null)
  );
  create index service_event_of_case on service_event (case_id, id desc);
  comment on table service_event is 'personal';
  grant select, insert on service_event to ${roles.app};
  ${rowSecurity('service_event', roles, {
    select: `${isCustodian('service_event')} or (agency_id = app_agency() and ${hasAccess('service_event')})`,
    insert: `agency_id = app_agency() and ${hasAccess('service_event')}`,
  })}

  create table closure (
    id uuid primary key,
    case_id uuid not null,
    agency_id uuid not null,
    reason text not null,
    note bytea,
    status text not null check (status in ('requested', 'approved', 'lapsed')),
    requested_by text not null,
    requested_at timestamptz not null,
    approved_by text,
    approved_at timestamptz,
    lapsed_at timestamptz,
    version int not null,
    check ((status = 'approved') = (approved_by is not null and approved_at is not null)),
    check ((status = 'lapsed') = (lapsed_at is not null)),
    check (approved_by <> requested_by)
  );
  create unique index one_pending_closure_per_case on closure (case_id) where status = 'requested';
  create index closure_of_agency on closure (agency_id, id desc);
  comment on table closure is 'personal';
  grant select, insert, update (status, approved_by, approved_at, version) on closure to ${roles.app};
  grant select (id, case_id, status, version), update (status, lapsed_at, version) on closure to ${roles.worker};
  ${rowSecurity('closure', roles, {
    select: isCustodian('closure'),
    insert: `agency_id = app_agency() and ${isCustodian('closure')}`,
    update: `agency_id = app_agency() and ${isCustodian('closure')}`,
  })}`;

export class CreateSupport1767225600000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(contextFunctions);
    await run.query(idempotencyTable(roles) + dataKeyTable(roles));
    await run.query(custody + accessPolicies() + handoffs);
    await run.query(support);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}
