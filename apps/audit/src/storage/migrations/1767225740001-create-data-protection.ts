import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { dataKeyTable } from '@rujukan/sealing';
import { roles } from './roles.js';

// The register of one agency is its own; whoever oversees deadlines sees how all of them are kept.
const ofAgency = `agency_id = app_agency() or app_may('clock:oversee')`;

const breach = `
  create table breach (
    id uuid primary key,
    agency_id uuid not null,
    version int not null check (version >= 1),
    status text not null check (status in ('recorded', 'notified', 'closed')),
    cause text not null,
    known_at timestamptz not null,
    happened_from timestamptz,
    happened_to timestamptz,
    data_classes text[] not null check (data_classes <> '{}'),
    persons int not null check (persons >= 0),
    case_ids uuid[] not null,
    agency_ids uuid[] not null,
    due_at timestamptz not null check (due_at > known_at),
    recorded_at timestamptz not null,
    recorded_by text not null,
    description bytea not null,
    handling bytea not null,
    authority_told_at timestamptz,
    is_public boolean,
    notices jsonb,
    notified_at timestamptz,
    notified_by text,
    closed_at timestamptz,
    closed_by text,
    lesson bytea,
    late_reason text,
    late_note bytea,
    constraint told_whole check ((status = 'recorded') = (notified_at is null) and (notified_at is null) = (notices is null)),
    constraint closed_whole check ((status = 'closed') = (closed_at is not null)),
    constraint late_whole check ((late_reason is null) = (late_note is null)),
    constraint no_late_end_without_reason check (status <> 'closed' or notified_at <= due_at or late_reason is not null)
  );
  create index breach_of_agency on breach (agency_id, id desc);
  comment on table breach is 'personal';
  grant select, insert, update (version, status, authority_told_at, is_public, notices, notified_at, notified_by, closed_at,
    closed_by, lesson, late_reason, late_note) on breach to ${roles.app};
  ${rowSecurity('breach', roles, {
    select: ofAgency,
    insert: 'agency_id = app_agency()',
    update: 'agency_id = app_agency()',
  })}`;

const request = `
  create table data_subject_request (
    id uuid primary key,
    agency_id uuid not null,
    case_id uuid not null,
    version int not null check (version >= 1),
    status text not null check (status in ('received', 'answered')),
    kind text not null,
    requester text not null,
    guardian text not null,
    identity_check text not null,
    received_at timestamptz not null,
    due_at timestamptz not null check (due_at > received_at),
    recorded_by text not null,
    words bytea not null,
    answer text,
    refusal_reason text,
    answer_words bytea,
    answered_at timestamptz,
    answered_by text,
    late_reason text,
    late_note bytea,
    constraint answered_whole check ((status = 'answered') = (answer is not null) and (answer is null) = (answered_at is null)
      and (answer is null) = (answer_words is null)),
    constraint refused_with_reason check (answer is null or (answer = 'granted') = (refusal_reason is null)),
    constraint granted_to_someone check (answer is null or answer = 'refused' or identity_check <> 'not-proved'),
    constraint late_with_reason check (answered_at is null or answered_at <= due_at or late_reason is not null),
    constraint late_whole check ((late_reason is null) = (late_note is null))
  );
  create index data_subject_request_of_agency on data_subject_request (agency_id, id desc);
  create index data_subject_request_of_case on data_subject_request (case_id);
  comment on table data_subject_request is 'personal';
  grant select, insert, update (version, status, answer, refusal_reason, answer_words, answered_at, answered_by, late_reason,
    late_note) on data_subject_request to ${roles.app};
  ${rowSecurity('data_subject_request', roles, {
    select: ofAgency,
    insert: 'agency_id = app_agency()',
    update: 'agency_id = app_agency()',
  })}`;

export class CreateDataProtection1767225740001 implements MigrationInterface {
  name = 'CreateDataProtection1767225740001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(dataKeyTable(roles) + breach + request);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('a register that the law asks for is not taken back'));
  }
}
