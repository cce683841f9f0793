import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

/** One person, one case, one hour. It ends by the column that a timer fills, and before that by the clock of whoever asks. */
const emergencyAccess = `
  create table emergency_access (
    id uuid primary key,
    case_id uuid not null references case_file,
    version int not null check (version >= 1),
    subject text not null,
    agency_id uuid not null,
    custodian_agency_id uuid not null,
    reason text not null,
    note bytea not null,
    started_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > started_at and ends_at <= started_at + interval '60 minutes'),
    ended_at timestamptz,
    review_due_at timestamptz not null,
    reviewed_at timestamptz,
    reviewed_by text,
    finding text,
    finding_note bytea,
    constraint a_review_is_whole check ((reviewed_at is null) = (finding is null) and (reviewed_at is null) = (reviewed_by is null)),
    constraint a_review_ends_it check (reviewed_at is null or ended_at is not null)
  );
  create unique index one_emergency_access_per_person on emergency_access (subject) where ended_at is null;
  create index emergency_access_to_end on emergency_access (ends_at) where ended_at is null;
  create index emergency_access_of_case on emergency_access (case_id);
  create index emergency_access_by_agency on emergency_access (agency_id, id desc);
  create index emergency_access_of_custodian on emergency_access (custodian_agency_id, id desc);
  comment on table emergency_access is 'personal';
  grant select, insert, update (version, ended_at, reviewed_at, reviewed_by, finding, finding_note) on emergency_access to ${roles.app};
  grant select (id, case_id, version, agency_id, custodian_agency_id, ends_at, ended_at, reviewed_at),
    update (version, ended_at, custodian_agency_id) on emergency_access to ${roles.worker};
  ${rowSecurity('emergency_access', roles, {
    select: `app_agency() in (agency_id, custodian_agency_id) or app_may('clock:oversee')`,
    insert: 'agency_id = app_agency() and subject = app_subject()',
    update: `custodian_agency_id = app_agency() or (app_may('clock:oversee') and app_may('emergency:review'))`,
  })}`;

// Without access a case is found by its exact number and by nothing else; the number is set for one statement's transaction.
const doors = `
  create policy case_file_by_exact_number on case_file for select to ${roles.app} using (
    app_may('emergency:use') and number = nullif(current_setting('app.case_number', true), ''));
  create policy case_file_in_emergency on case_file for select to ${roles.app} using (
    exists (select from emergency_access held
      where held.case_id = case_file.id and held.subject = app_subject() and held.agency_id = app_agency()
        and held.ended_at is null));`;

const reviewClock = `
  alter table duty_clock drop constraint duty_clock_case_id_definition_key;
  create unique index one_clock_of_a_kind_per_case on duty_clock (case_id, definition) where definition <> 'break-glass-review';
  create policy duty_clock_of_emergency on duty_clock for select to ${roles.app} using (
    definition = 'break-glass-review' and exists (select from emergency_access used where used.id = duty_clock.subject));
  create policy duty_clock_for_review on duty_clock for insert to ${roles.app} with check (
    definition = 'break-glass-review' and exists (select from emergency_access used
      where used.id = duty_clock.subject and used.agency_id = app_agency()
        and used.custodian_agency_id = duty_clock.agency_id));
  create policy duty_clock_reviewed on duty_clock for update to ${roles.app} using (
    definition = 'break-glass-review' and app_may('emergency:review')
      and exists (select from emergency_access used where used.id = duty_clock.subject)) with check (true);`;

export class CreateEmergencyAccess1767225740000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(emergencyAccess);
    await run.query(doors);
    await run.query(reviewClock);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('who opened a case in an emergency is not forgotten'));
  }
}
