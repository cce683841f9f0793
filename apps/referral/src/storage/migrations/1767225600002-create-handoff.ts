import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const tables = `
  create table handoff (
    id uuid primary key,
    number text not null unique,
    case_id uuid not null,
    case_number text not null,
    custody_epoch int not null,
    kind text not null check (kind in ('referral', 'transfer', 'consultation')),
    status text not null check (status in ('draft', 'requested', 'received', 'returned', 'accepted', 'rejected',
      'waitlisted', 'on-hold', 'in-progress', 'cancel-requested', 'cancelled', 'expired', 'referred-onward',
      'completed', 'not-completed', 'entered-in-error')),
    version int not null check (version >= 1),
    from_agency_id uuid not null,
    to_agency_id uuid not null,
    service_id uuid,
    service_type text not null,
    share_profile text not null,
    lawful_basis text not null,
    lawful_basis_article text,
    priority text not null,
    risk_level text not null,
    age_band text not null,
    sex text,
    area_code text,
    languages text[] not null,
    has_disability boolean not null,
    requested_at timestamptz not null,
    due_at timestamptz not null,
    accepted_at timestamptz,
    ended_at timestamptz,
    status_reason text,
    outcome text,

    -- Only the agency that held custody in that epoch can be the sender.
    constraint sent_by_the_custodian foreign key (case_id, custody_epoch, from_agency_id)
      references custody_period (case_id, epoch, agency_id),
    constraint never_to_itself check (from_agency_id <> to_agency_id),
    constraint acceptance_has_a_time check (accepted_at is not null or status not in
      ('accepted', 'waitlisted', 'on-hold', 'in-progress', 'cancel-requested', 'completed', 'not-completed')),
    constraint no_acceptance_before_the_answer check (accepted_at is null or status not in
      ('draft', 'requested', 'received', 'returned', 'rejected', 'expired')),
    constraint the_end_has_a_time check ((ended_at is not null) = (status in
      ('rejected', 'cancelled', 'expired', 'referred-onward', 'completed', 'not-completed', 'entered-in-error'))),
    constraint a_refusal_has_a_reason check ((status_reason is not null) = (status in ('rejected', 'returned'))),
    constraint the_end_has_an_outcome check ((outcome is not null) = (status in ('completed', 'not-completed')))
  );
  -- No foreign key to agency or service: nobody deletes those, and every handoff to one shelter would lock its row.
  create index handoff_inbox on handoff (to_agency_id, id desc);
  create index handoff_outbox on handoff (from_agency_id, id desc);
  create index handoff_of_case on handoff (case_id, to_agency_id);
  create unique index one_open_transfer_per_case on handoff (case_id)
    where kind = 'transfer' and status in ('draft', 'requested', 'received', 'returned');
  create unique index one_open_identical_offer on handoff (case_id, to_agency_id, service_type, kind)
    where status in ('draft', 'requested', 'received', 'returned');
  comment on table handoff is 'personal';

  create table handoff_step (
    handoff_id uuid not null references handoff (id),
    version int not null,
    status text not null,
    at timestamptz not null,
    agency_id uuid not null,
    status_reason text,
    outcome text,
    primary key (handoff_id, version)
  );
  comment on table handoff_step is 'personal';

  create table handoff_text (
    handoff_id uuid not null references handoff (id),
    part text not null check (part in ('purpose', 'note', 'reply')),
    agency_id uuid not null,
    sealed bytea not null,
    primary key (handoff_id, part)
  );
  comment on table handoff_text is 'personal';`;

const grants = `
  grant select, insert on handoff, handoff_step, handoff_text to ${roles.app};
  grant update (status, version, accepted_at, ended_at, status_reason, outcome) on handoff to ${roles.app};
  grant select, update on handoff to ${roles.worker};
  grant select, insert on handoff_step to ${roles.worker};
  grant insert on handoff_text to ${roles.worker};`;

// Two parties: the sender writes the row, the receiver moves it, both see it. One policy for all would stop the answer.
const floor = [
  rowSecurity('handoff', roles, {
    select: 'app_agency() in (from_agency_id, to_agency_id)',
    insert: 'app_agency() = from_agency_id',
    update: 'app_agency() in (from_agency_id, to_agency_id)',
  }),
  rowSecurity('handoff_step', roles, {
    select: 'exists (select from handoff where handoff.id = handoff_id)',
    insert: 'app_agency() = agency_id',
  }),
  rowSecurity('handoff_text', roles, {
    select: `app_agency() = agency_id or exists (select from handoff where handoff.id = handoff_id and (
      app_agency() = from_agency_id
      or accepted_at is not null and (ended_at is null or kind = 'transfer')))`,
    insert: 'app_agency() = agency_id',
  }),
  rowSecurity('case_custody', roles, {
    select: `app_agency() = custodian_agency_id or exists (select from handoff
      where handoff.case_id = case_custody.case_id and to_agency_id = app_agency() and ended_at is null)`,
    update: `app_agency() = custodian_agency_id or exists (select from handoff
      where handoff.case_id = case_custody.case_id and to_agency_id = app_agency() and ended_at is null)`,
  }),
  rowSecurity('custody_period', roles, {
    select: `app_agency() = agency_id
      or exists (select from case_custody where case_custody.case_id = custody_period.case_id)`,
    insert: 'app_agency() = agency_id',
  }),
];

export class CreateHandoff1767225600002 implements MigrationInterface {
  name = 'CreateHandoff1767225600002';

  async up(run: QueryRunner): Promise<void> {
    await run.query(tables);
    await run.query(grants);
    await run.query(floor.join('\n'));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table handoff_text, handoff_step, handoff cascade');
  }
}
