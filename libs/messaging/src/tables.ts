/**
 * SQL for a service's own outbox, inbox and parking place; its migration runs it once.
 * Column names follow the Debezium outbox router, so that an operator can switch to it.
 *
 * @param roles the service's run-time roles: the API only appends, the worker relays and consumes.
 */
export const messagingTables = (roles: { app: string; worker: string }): string => `
  create table outbox (
    pos bigint generated always as identity primary key,
    id uuid not null unique,
    topic text not null,
    aggregatetype text not null,
    aggregateid text not null,
    type text not null,
    headers jsonb not null,
    payload bytea not null,
    src_seq bigint,
    created timestamptz not null default clock_timestamp()
  ) with (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0);
  comment on table outbox is 'pseudonymous';

  create table relay_source (
    src text primary key,
    next_seq bigint not null default 1
  );
  comment on table relay_source is 'operational';

  create table inbox (
    consumer text not null,
    event_id uuid not null,
    received timestamptz not null default clock_timestamp(),
    primary key (consumer, event_id)
  );
  comment on table inbox is 'operational';

  create table parked_event (
    consumer text not null,
    key text not null,
    event_id text not null,
    topic text not null,
    "partition" int not null,
    "offset" bigint not null,
    headers jsonb not null,
    bytes bytea not null,
    error text not null,
    attempts int not null default 1,
    is_released boolean not null default false,
    parked_at timestamptz not null default clock_timestamp(),
    primary key (consumer, topic, "partition", "offset")
  );
  create index parked_event_key on parked_event (consumer, topic, key);
  comment on table parked_event is 'pseudonymous';

  grant insert on outbox to ${roles.app};
  grant select, insert, update, delete on outbox, relay_source, inbox, parked_event to ${roles.worker};
`;
