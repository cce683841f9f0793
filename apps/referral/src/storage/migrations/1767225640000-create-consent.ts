import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const consents = `
  alter table case_custody add column guardian_is_suspect boolean not null default false;

  create table consent (
    id uuid primary key,
    case_id uuid not null references case_custody,
    version int not null check (version >= 1),
    status text not null check (status in ('active', 'inactive', 'withdrawn', 'expired', 'entered-in-error')),
    is_given boolean not null,
    given_by text not null,
    relation text not null,
    child_assent text not null,
    purposes text[] not null check (purposes <> '{}'),
    recipients uuid[] not null check (recipients <> '{}'),
    told text[] not null,
    field_groups text[] not null,
    text_language text not null,
    text_version int not null,
    form text not null,
    valid_from timestamptz not null,
    valid_to timestamptz not null check (valid_to > valid_from),
    recorded_by_agency_id uuid not null,
    recorded_at timestamptz not null,
    ended_at timestamptz,
    constraint a_no_covers_nothing check (status <> 'active' or is_given and child_assent <> 'refused'),
    constraint the_end_of_consent_has_a_time check ((ended_at is null) = (status in ('active', 'inactive')))
  );
  create index consent_of_case on consent (case_id, id);
  create index consent_that_runs_out on consent (valid_to) where status = 'active';
  comment on table consent is 'personal';

  -- Who said it, where the paper is, and why it was taken back: the custodian's, sealed.
  create table consent_text (
    consent_id uuid not null references consent,
    part text not null check (part in ('giver', 'evidence', 'reason')),
    sealed bytea not null,
    primary key (consent_id, part)
  );
  comment on table consent_text is 'personal';`;

const holders = `
  alter table handoff add column consent_id uuid references consent, add column override_id uuid,
    add constraint consent_is_for_consent check (consent_id is null or lawful_basis = 'consent');
  create index handoff_under_consent on handoff (consent_id) where consent_id is not null;

  -- Who got data under a consent. Its own table: the custodian of today must see what one before it sent.
  create table consent_holder (
    handoff_id uuid primary key references handoff,
    consent_id uuid not null references consent,
    case_id uuid not null,
    agency_id uuid not null,
    kind text not null,
    since timestamptz not null,
    access_ended_at timestamptz
  );
  create index holder_of_consent on consent_holder (consent_id);
  comment on table consent_holder is 'personal';

  create table withdrawal_notice (
    id uuid primary key,
    consent_id uuid not null references consent,
    case_id uuid not null,
    agency_id uuid not null,
    version int not null check (version >= 1),
    sent_at timestamptz not null,
    due_at timestamptz not null check (due_at > sent_at),
    answer text,
    answered_at timestamptz,
    lawful_basis text,
    lawful_basis_article text,
    reason bytea,
    unique (consent_id, agency_id),
    check ((answer is null) = (answered_at is null)),
    constraint kept_on_a_basis check (answer is distinct from 'retained-on-other-basis'
      or lawful_basis is not null and lawful_basis <> 'consent' and lawful_basis_article is not null)
  );
  create index notice_to_answer on withdrawal_notice (agency_id, id desc);
  comment on table withdrawal_notice is 'personal';`;

const overrides = `
  create table basis_override (
    id uuid primary key,
    case_id uuid not null references case_custody,
    version int not null check (version >= 1),
    status text not null check (status in ('proposed', 'approved', 'refused', 'used')),
    agency_id uuid not null,
    basis text not null check (basis in ('vital-interest', 'public-task')),
    to_agency_id uuid not null,
    service_type text not null,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    decided_by text,
    decided_at timestamptz,
    constraint two_people check (decided_by <> proposed_by),
    check ((decided_by is null) = (decided_at is null)),
    check ((decided_by is null) = (status = 'proposed'))
  );
  create index override_of_case on basis_override (case_id, id);
  comment on table basis_override is 'personal';
  alter table handoff add constraint one_override_one_handoff unique (override_id),
    add constraint overridden_by foreign key (override_id) references basis_override;`;

const grants = `
  grant select, insert on consent, consent_text, consent_holder, withdrawal_notice, basis_override to ${roles.app};
  grant update (version, status, ended_at) on consent to ${roles.app}, ${roles.worker};
  grant update (access_ended_at) on consent_holder to ${roles.app}, ${roles.worker};
  grant update (version, answer, answered_at, lawful_basis, lawful_basis_article, reason) on withdrawal_notice
    to ${roles.app};
  grant update (version, status, decided_by, decided_at) on basis_override to ${roles.app};
  grant select on consent, consent_holder, withdrawal_notice to ${roles.worker};`;

const isCustodian = (table: string): string => `exists (select from case_custody
  where case_custody.case_id = ${table}.case_id and custodian_agency_id = app_agency())`;

const floor = [
  rowSecurity('consent', roles, {
    // A receiver has to know, when it accepts, whether the consent still holds; the names in it are elsewhere.
    select: `${isCustodian('consent')} or exists (select from handoff
      where handoff.consent_id = consent.id and to_agency_id = app_agency() and ended_at is null)`,
    insert: `recorded_by_agency_id = app_agency() and ${isCustodian('consent')}`,
    update: isCustodian('consent'),
  }),
  rowSecurity('consent_text', roles, {
    select: `exists (select from consent where consent.id = consent_id and ${isCustodian('consent')})`,
    insert: `exists (select from consent where consent.id = consent_id and ${isCustodian('consent')})`,
  }),
  rowSecurity('consent_holder', roles, {
    select: `agency_id = app_agency() or ${isCustodian('consent_holder')}`,
    insert: 'agency_id = app_agency()',
    update: isCustodian('consent_holder'),
  }),
  rowSecurity('withdrawal_notice', roles, {
    select: `agency_id = app_agency() or ${isCustodian('withdrawal_notice')}`,
    insert: isCustodian('withdrawal_notice'),
    update: 'agency_id = app_agency()',
  }),
  rowSecurity('basis_override', roles, {
    select: isCustodian('basis_override'),
    insert: `agency_id = app_agency() and ${isCustodian('basis_override')}`,
    update: isCustodian('basis_override'),
  }),
  `alter policy handoff_text_select on handoff_text using (
     app_agency() = agency_id or exists (select from handoff where handoff.id = handoff_id and (
       app_agency() = from_agency_id
       or accepted_at is not null and (ended_at is null or kind = 'transfer')
         and not exists (select from consent_holder held
                          where held.handoff_id = handoff.id and held.access_ended_at is not null))));`,
];

export class CreateConsent1767225640000 implements MigrationInterface {
  name = 'CreateConsent1767225640000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(consents);
    await run.query(holders);
    await run.query(overrides);
    await run.query(grants);
    await run.query(floor.join('\n'));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('who agreed to what is never dropped'));
  }
}
