import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

// Nobody wrote a detail before this: the table is empty, and its new columns may be required.
const details = `
  alter table audit_detail
    add column case_id uuid not null,
    add column hash bytea not null check (length(hash) = 32);
  create index audit_detail_of_case on audit_detail (case_id);
  create policy audit_detail_select on audit_detail for select to ${roles.app} using (app_may('audit:read'));
  create policy audit_detail_insert on audit_detail for insert to ${roles.app} with check (app_may('audit:read'));
  grant select, insert on audit_detail to ${roles.app};

  -- Under which key the details of a case are sealed. An erasure ends it; what comes later gets another.
  create table detail_scope (case_id uuid primary key, scope_id uuid not null unique);
  comment on table detail_scope is 'pseudonymous';
  grant select, insert on detail_scope to ${roles.app};
`;

const ofAgency = `agency_id = app_agency() or app_may('audit:read')`;
const own = 'agency_id = app_agency()';

const hold = `
  create table legal_hold (
    id uuid primary key,
    agency_id uuid not null,
    case_id uuid not null,
    version int not null check (version >= 1),
    status text not null check (status in ('placed', 'released')),
    basis text not null,
    reason bytea not null,
    placed_at timestamptz not null,
    placed_by text not null,
    released_at timestamptz,
    released_by text,
    release_reason bytea,
    constraint released_whole check ((status = 'released') = (released_at is not null)
      and (released_at is null) = (release_reason is null) and (released_at is null) = (released_by is null))
  );
  create index legal_hold_in_force on legal_hold (case_id) where status = 'placed';
  create index legal_hold_of_agency on legal_hold (agency_id, id desc);
  comment on table legal_hold is 'personal';
  grant select, insert, update (version, status, released_at, released_by, release_reason) on legal_hold to ${roles.app};
  ${rowSecurity('legal_hold', roles, { select: ofAgency, insert: own, update: own })}
  grant select on legal_hold to ${roles.worker};
  create policy legal_hold_owner on legal_hold for select to ${roles.owner} using (true);
`;

const erasure = `
  create table erasure (
    id uuid primary key,
    agency_id uuid not null,
    case_id uuid not null,
    version int not null check (version >= 1),
    status text not null check (status in ('requested', 'done')),
    basis text not null,
    reason bytea not null,
    requested_at timestamptz not null,
    requested_by text not null,
    requested_roles text[] not null,
    approved_at timestamptz,
    approved_by text check (approved_by <> requested_by),
    approved_roles text[],
    details int check (details > 0),
    first_seq bigint,
    last_seq bigint,
    digest bytea check (length(digest) = 32),
    constraint done_whole check ((status = 'done') = (approved_at is not null) and (approved_at is null) = (approved_by is null)
      and (approved_at is null) = (approved_roles is null) and (approved_at is null) = (details is null)
      and (approved_at is null) = (digest is null))
  );
  create index erasure_of_agency on erasure (agency_id, id desc);
  comment on table erasure is 'personal';
  grant select, insert, update (version, status, approved_at, approved_by, approved_roles, details, first_seq, last_seq, digest)
    on erasure to ${roles.app};
  ${rowSecurity('erasure', roles, { select: ofAgency, insert: own, update: own })}
  create policy erasure_owner on erasure for select to ${roles.owner} using (true);
`;

// The API may delete nothing. What it may do is ask these functions, which look for themselves whether it is lawful.
const functions = `
  create function case_is_held(of_case uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp
    as $$ select exists (select from legal_hold where case_id = of_case and status = 'placed') $$;

  create function erase_details(of_erasure uuid, out details int, out first_seq bigint, out last_seq bigint, out digest bytea)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare chosen erasure%rowtype;
    begin
      select * into chosen from erasure where id = of_erasure;
      if chosen.status is distinct from 'requested' or chosen.agency_id is distinct from app_agency()
        or not app_may('erasure:approve') or chosen.requested_by is not distinct from app_subject()
        or case_is_held(chosen.case_id) then
        raise exception 'this erasure is not lawful now' using errcode = '42501';
      end if;
      execute format('select min(e.seq), max(e.seq) from audit_detail d join audit_entry e on e.id = d.id and e.seq < %s
        where d.case_id = $1', (select size from log_state where log_id = 1)) into first_seq, last_seq using chosen.case_id;
      with gone as (delete from audit_detail where case_id = chosen.case_id returning hash)
        select count(*), sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)) into details, digest from gone;
      delete from data_key where scope_id = (select scope_id from detail_scope where case_id = chosen.case_id);
      delete from detail_scope where case_id = chosen.case_id;
    end $$;

  revoke all on function case_is_held(uuid), erase_details(uuid) from public;
  grant execute on function case_is_held(uuid), erase_details(uuid) to ${roles.app};
`;

export class CreateErasure1767225760000 implements MigrationInterface {
  name = 'CreateErasure1767225760000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(details + hold + erasure + functions);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what tells of a destruction is not taken back'));
  }
}
