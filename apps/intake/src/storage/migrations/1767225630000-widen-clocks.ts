import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Clocks that ran before learn what policy they run under and when to be looked at; row security would hide them from here. */
export class WidenClocks1767225630000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table duty_clock no force row level security;
      alter table duty_clock
        add column policy_version int not null default 1 check (policy_version >= 1),
        add column awaited_by uuid,
        add column subject uuid,
        add column aspect text not null default '',
        add column round int not null default 1 check (round >= 1),
        add column paused_ms double precision not null default 0 check (paused_ms >= 0),
        add column paused_at timestamptz,
        add column pause_reason text,
        add column warned smallint not null default 0 check (warned in (0, 50, 80, 100)),
        add column escalated smallint not null default 0 check (escalated >= 0),
        add column wake_at timestamptz,
        add column late_reason text,
        add column late_note bytea,
        add constraint a_reason_in_words check ((late_reason is null) = (late_note is null));
      update duty_clock set subject = case_id,
        wake_at = case state when 'running' then started_at when 'breached' then due_at end;
      alter table duty_clock alter column subject set not null;
      alter table duty_clock force row level security;
      create unique index one_open_clock_of_a_kind on duty_clock (definition, subject, aspect)
        where state in ('running', 'breached');
      create index clock_to_wake on duty_clock (wake_at) where wake_at is not null;
      create index clock_of_subject on duty_clock (subject);
      create index clock_owed on duty_clock (agency_id, due_at, id) where state in ('running', 'breached');
      comment on table duty_clock is 'personal';
      grant update (warned, escalated, wake_at, late_reason, late_note) on duty_clock to ${roles.app};
      create policy duty_clock_overseen on duty_clock for select to ${roles.app} using (app_may('clock:oversee'));`);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('clocks are never narrowed'));
  }
}
