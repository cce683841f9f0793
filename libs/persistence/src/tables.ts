/** SQL for the table that remembers answered POSTs; a service's migration runs it once. */
export const idempotencyTable = (roles: { app: string; worker: string }): string => `
  create table idempotency_key (
    client text not null,
    key text not null,
    request_hash text not null,
    response jsonb not null,
    created timestamptz not null default clock_timestamp(),
    primary key (client, key)
  );
  comment on table idempotency_key is 'pseudonymous';
  grant select, insert on idempotency_key to ${roles.app};
  grant select, delete on idempotency_key to ${roles.worker};
`;

/**
 * SQL that puts row-level security under a table: forced, closed without context, open to the worker.
 *
 * @param visible SQL condition over the table's columns; read the caller with `app_agency()`.
 */
export const rowSecurity = (
  table: string,
  roles: { app: string; worker: string },
  policies: { select: string; insert?: string; update?: string },
): string => `
  alter table ${table} enable row level security;
  alter table ${table} force row level security;
  create policy ${table}_select on ${table} for select to ${roles.app} using (${policies.select});
  ${policies.insert ? `create policy ${table}_insert on ${table} for insert to ${roles.app} with check (${policies.insert});` : ''}
  ${policies.update ? `create policy ${table}_update on ${table} for update to ${roles.app} using (${policies.update}) with check (true);` : ''}
  create policy ${table}_worker on ${table} to ${roles.worker} using (true) with check (true);
`;

/** SQL functions that read the transaction's caller; null, and so no rows, where there is none. */
export const contextFunctions = `
  create function app_agency() returns uuid language sql stable parallel safe
    as $$ select nullif(current_setting('app.agency', true), '')::uuid $$;
  create function app_subject() returns text language sql stable parallel safe
    as $$ select nullif(current_setting('app.subject', true), '') $$;
  create function app_may(permission text) returns boolean language sql stable parallel safe
    as $$ select permission = any(string_to_array(coalesce(current_setting('app.permissions', true), ''), ',')) $$;
`;
