import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextFunctions, idempotencyTable, rowSecurity } from '@rujukan/persistence';
import { dataKeyTable } from '@rujukan/sealing';
import { roles } from './roles.js';

/** The agencies of a report: who filed it, who must triage it, who handed it on. */
const knowsReport = `app_agency() = filed_by_agency_id or app_agency() = recipient_agency_id
  or app_agency() = any(former_recipient_ids)`;

const report = `
  create table report (
    id uuid primary key,
    number text not null unique,
    status text not null check (status in ('received', 'forwarded', 'insufficient-info', 'accepted', 'linked-duplicate')),
    version int not null check (version >= 1),
    filed_by_agency_id uuid not null,
    recipient_agency_id uuid not null,
    former_recipient_ids uuid[] not null default '{}',
    received_at timestamptz not null,
    missing text[] not null default '{}',
    incident_id uuid,
    primary_report_id uuid references report,
    channel text not null,
    reporter_role text not null,
    is_anonymous boolean not null,
    occurred_at timestamptz,
    place_type text not null,
    area_code text,
    immediate_safety text not null,
    exploitation_types text[] not null,
    modus text[] not null,
    platforms text[] not null,
    contributing_factors text[] not null,
    children_count smallint not null check (children_count between 1 and 20),
    reporter_contact bytea,
    place_description bytea,
    summary bytea not null,
    police_report_number bytea,
    check ((status = 'accepted') = (incident_id is not null)),
    check ((status = 'linked-duplicate') = (primary_report_id is not null)),
    check ((status = 'insufficient-info') = (missing <> '{}')),
    check (primary_report_id <> id),
    check (reporter_contact is null or not is_anonymous)
  );
  create index report_received_by on report (recipient_agency_id, id desc);
  create index report_filed_by on report (filed_by_agency_id, id desc);
  comment on table report is 'personal';
  grant select, insert on report to ${roles.app};
  grant update (status, version, recipient_agency_id, former_recipient_ids, missing, incident_id, primary_report_id)
    on report to ${roles.app};
  ${rowSecurity('report', roles, {
    select: knowsReport,
    insert: 'filed_by_agency_id = app_agency()',
    update: 'recipient_agency_id = app_agency()',
  })}`;

const ofReport = (table: string, condition: string): string =>
  `exists (select 1 from report parent where parent.id = ${table}.report_id and ${condition})`;

const children = `
  create table report_child (
    id uuid primary key,
    report_id uuid not null references report,
    position smallint not null check (position between 1 and 20),
    sex text not null,
    stated_age smallint,
    age_certainty text not null,
    residence_area_code text,
    languages text[] not null,
    has_disability boolean not null,
    name bytea,
    birth_date bytea,
    nik bytea,
    residence_address bytea,
    guardian bytea,
    current_location bytea,
    unique (report_id, position)
  );
  comment on table report_child is 'personal';
  grant select, insert on report_child to ${roles.app};
  ${rowSecurity('report_child', roles, {
    // A former recipient knows how the report fares, not whom it is about.
    select: ofReport(
      'report_child',
      'app_agency() in (parent.filed_by_agency_id, parent.recipient_agency_id)',
    ),
    insert: ofReport('report_child', 'parent.filed_by_agency_id = app_agency()'),
  })}`;

const forwardings = `
  create table report_forwarding (
    report_id uuid not null references report,
    version int not null,
    from_agency_id uuid not null,
    to_agency_id uuid not null check (to_agency_id <> from_agency_id),
    reason text not null,
    forwarded_by text not null,
    forwarded_at timestamptz not null,
    primary key (report_id, version)
  );
  comment on table report_forwarding is 'pseudonymous';
  grant select, insert on report_forwarding to ${roles.app};
  ${rowSecurity('report_forwarding', roles, {
    select: ofReport('report_forwarding', 'true'),
    insert: 'from_agency_id = app_agency()',
  })}`;

export class CreateReport1767225600000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(contextFunctions);
    await run.query(idempotencyTable(roles) + dataKeyTable(roles));
    await run.query(report);
    await run.query(children);
    await run.query(forwardings);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('the first migration is undone by dropping the database'));
  }
}
