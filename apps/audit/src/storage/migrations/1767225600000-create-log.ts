import type { MigrationInterface, QueryRunner } from 'typeorm';
import { contextFunctions } from '@rujukan/persistence';
import { roles } from './roles.js';

/** Entries per partition. Twenty stand ready; what comes after lands in the default partition until the owner adds more. */
const partitionSize = 5_000_000;
const partitions = 20;

const log = `
  create table log_state (
    log_id int primary key check (log_id = 1),
    size bigint not null default 0,
    epoch bigint not null default 0
  );
  comment on table log_state is 'operational';
  insert into log_state (log_id) values (1);

  -- seq is the leaf index of the tree that will stand over the log: from 0, without a hole.
  create table audit_entry (
    seq bigint not null,
    id uuid not null,
    occurred timestamptz not null,
    recorded timestamptz not null,
    type text not null,
    action "char" not null,
    outcome "char" not null check (outcome in ('s', 'd', 'f')),
    actor_sub text not null,
    actor_org uuid,
    purpose text,
    src text not null,
    src_seq bigint not null,
    primary key (seq)
  ) partition by range (seq);
  create index audit_entry_id on audit_entry (id);
  create index audit_entry_actor on audit_entry (actor_sub, seq desc) include (occurred, type, outcome);
  create index audit_entry_org on audit_entry (actor_org, seq desc);
  create index audit_entry_type on audit_entry (type, seq desc);
  -- Denials and failures are few and much asked for.
  create index audit_entry_refused on audit_entry (outcome, seq desc) where outcome <> 's';
  create index audit_entry_occurred on audit_entry using brin (occurred);
  create index audit_entry_recorded on audit_entry using brin (recorded);

  create table audit_body (
    seq bigint primary key,
    bytes bytea not null,
    event_hash bytea not null check (length(event_hash) = 32)
  ) partition by range (seq);
`;

// The columns beyond the key stand here from the start, because no later migration may fill them in.
const lookups = `
  create table audit_subject (
    subject uuid not null,
    seq bigint not null,
    occurred timestamptz not null,
    action "char" not null,
    outcome "char" not null,
    actor_sub text not null,
    primary key (subject, seq) include (occurred, action, outcome, actor_sub)
  );

  create table audit_entity (
    entity_id text not null,
    seq bigint not null,
    entity_type text not null,
    primary key (entity_id, seq) include (entity_type)
  );
  create index audit_entity_report on audit_entity (seq) include (entity_id) where entity_type = 'report';
`;

const sources = `
  create table src_watermark (src text primary key, last_seq bigint not null);
  create table src_gap (
    src text not null,
    from_seq bigint not null,
    to_seq bigint not null,
    missing bigint not null,
    found_at timestamptz not null,
    closed_at timestamptz,
    primary key (src, from_seq),
    check ((missing = 0) = (closed_at is not null))
  );
  create index src_gap_open on src_gap (src) where closed_at is null;
  comment on table src_watermark is 'operational';
  comment on table src_gap is 'operational';
`;

// What may hold values stands apart from the log, shut to the API, and can be erased: the entry keeps the hash alone.
const erasable = `
  create table audit_detail (id uuid primary key, salt bytea not null, body bytea not null);
  create table audit_quarantine (
    seq bigint primary key,
    topic text not null,
    "partition" int not null,
    "offset" bigint not null,
    headers jsonb not null,
    bytes bytea not null
  );
  comment on table audit_detail is 'personal';
  comment on table audit_quarantine is 'personal';
`;

const partitionsOf = (table: string): string =>
  Array.from({ length: partitions }, (_, at) => {
    const name = `${table}_${String(at).padStart(3, '0')}`;
    return `create table ${name} partition of ${table}
      for values from (${at * partitionSize}) to (${(at + 1) * partitionSize});`;
  }).join('\n') + `create table ${table}_default partition of ${table} default;`;

// Statement triggers of a parent do not fire for its partitions, so each of them has its own.
const neverChanged = `
  create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception 'the log is append only: % on % is refused', tg_op, tg_table_name using errcode = '42501';
    end $$;
  do $$
    declare fixed regclass;
    begin
      for fixed in
        select unnest(array['audit_entry', 'audit_body', 'audit_subject', 'audit_entity']::regclass[])
        union all
        select inhrelid::regclass from pg_inherits
          where inhparent = any(array['audit_entry', 'audit_body']::regclass[])
      loop
        execute format('create trigger never_changed before update or delete or truncate on %s
          for each statement execute function refuse_change()', fixed);
      end loop;
    end $$;
`;

const access = ['audit_entry', 'audit_body', 'audit_subject', 'audit_entity']
  .map(
    (table) => `
  comment on table ${table} is 'pseudonymous';
  alter table ${table} enable row level security;
  create policy ${table}_select on ${table} for select to ${roles.app} using (app_may('audit:read'));
  create policy ${table}_worker on ${table} to ${roles.worker} using (true) with check (true);
  grant select on ${table} to ${roles.app};
  grant select, insert on ${table} to ${roles.worker};`,
  )
  .concat(
    ['audit_detail', 'audit_quarantine'].map(
      (table) => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_worker on ${table} for insert to ${roles.worker} with check (true);
  create policy ${table}_owner on ${table} to ${roles.owner} using (true);
  grant insert on ${table} to ${roles.worker};`,
    ),
    `grant select on log_state to ${roles.app};
  grant select, update on log_state to ${roles.worker};
  grant select, insert, update on src_watermark, src_gap to ${roles.worker};`,
  )
  .join('\n');

export class CreateLog1767225600000 implements MigrationInterface {
  name = 'CreateLog1767225600000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(contextFunctions);
    await run.query(log + lookups + sources + erasable);
    await run.query(partitionsOf('audit_entry') + partitionsOf('audit_body'));
    await run.query(neverChanged);
    await run.query(access);
  }

  down(): Promise<void> {
    throw new Error('a log is not taken back');
  }
}
