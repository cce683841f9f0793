/** SQL for the table of wrapped data keys, one per scope and version; a service's migration runs it once. */
export const dataKeyTable = (roles: { app: string; worker: string }): string => `
  create table data_key (
    scope_id uuid not null,
    version smallint not null check (version between 1 and 32767),
    kek_id text not null,
    wrapped bytea not null,
    created timestamptz not null default clock_timestamp(),
    primary key (scope_id, version)
  );
  comment on table data_key is 'operational';
  grant select, insert on data_key to ${roles.app}, ${roles.worker};
`;

/**
 * SQL that lets a service's worker destroy keys. The row stays without its key: so nobody makes the scope a new one, and
 * whoever asks is told that it was destroyed.
 */
export const destroyableDataKeys = (roles: { worker: string }): string => `
  alter table data_key alter column wrapped drop not null;
  grant update (wrapped) on data_key to ${roles.worker};
`;
