/**
 * SQL for the table of a service's clocks; its migration runs it once and adds the row security that fits its subjects.
 * The application may not move a case, an agency or a deadline except where the service grants it besides.
 */
export const clockTable = (roles: { app: string; worker: string }): string => `
  create table duty_clock (
    id uuid primary key,
    definition text not null,
    policy_version int not null check (policy_version >= 1),
    case_id uuid not null,
    agency_id uuid not null,
    awaited_by uuid,
    subject uuid not null,
    aspect text not null,
    round int not null check (round >= 1),
    state text not null check (state in ('running', 'paused', 'breached', 'met', 'cancelled')),
    started_at timestamptz not null,
    due_at timestamptz not null check (due_at > started_at),
    paused_ms double precision not null check (paused_ms >= 0),
    paused_at timestamptz,
    pause_reason text,
    warned smallint not null check (warned in (0, 50, 80, 100)),
    escalated smallint not null check (escalated >= 0),
    breached_at timestamptz,
    stopped_at timestamptz,
    is_late boolean,
    wake_at timestamptz,
    late_reason text,
    late_note bytea,
    constraint a_pause_has_a_time check ((state = 'paused') = (paused_at is not null and pause_reason is not null)),
    constraint a_breach_has_a_time check (state <> 'breached' or breached_at is not null),
    constraint no_breach_while_it_runs check (state not in ('running', 'paused') or breached_at is null),
    constraint an_end_has_a_time check ((state in ('met', 'cancelled')) = (stopped_at is not null)),
    constraint kept_or_late check ((state = 'met') = (is_late is not null)),
    constraint what_ended_sleeps check (state not in ('paused', 'met', 'cancelled') or wake_at is null)
  );
  create unique index one_open_clock_of_a_kind on duty_clock (definition, subject, aspect)
    where state in ('running', 'paused', 'breached');
  create index clock_to_wake on duty_clock (wake_at) where wake_at is not null;
  create index clock_of_subject on duty_clock (subject);
  create index clock_of_case on duty_clock (case_id);
  create index clock_owed on duty_clock (agency_id, due_at, id) where state in ('running', 'paused', 'breached');
  create index clock_awaited on duty_clock (awaited_by, due_at, id) where state in ('running', 'paused', 'breached');
  comment on table duty_clock is 'personal';
  grant select, insert, update (agency_id, awaited_by, state, due_at, paused_ms, paused_at, pause_reason, warned, escalated,
    breached_at, stopped_at, is_late, wake_at) on duty_clock to ${roles.app};
  grant select, insert, update on duty_clock to ${roles.worker};
`;
