import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const retention = `
  create table retention (
    case_id uuid primary key,
    agency_id uuid not null,
    record_class text not null,
    rule_version int not null check (rule_version >= 1),
    began_at timestamptz not null,
    due_at timestamptz not null,
    destroyed_at timestamptz
  );
  create index retention_due on retention (due_at, case_id) where destroyed_at is null;
  comment on table retention is 'personal';
  grant select, update (destroyed_at) on retention to ${roles.app};
  grant select, insert, update on retention to ${roles.worker};
  ${rowSecurity('retention', roles, {
    select: `agency_id = app_agency() or app_may('audit:read')`,
    update: 'agency_id = app_agency()',
  })}
  create policy retention_owner on retention for select to ${roles.owner} using (true);
  -- The worker sees which proposals are open; rowSecurity has opened the rows to it.
  grant select on erasure to ${roles.worker};
  grant execute on function case_is_held(uuid) to ${roles.worker};
`;

// When the time of a case is over its keys go, and there may have been no detail beside the log.
const erasure = `
  alter table erasure drop constraint erasure_details_check;
  alter table erasure add constraint erasure_details_check
    check (details > 0 or (details = 0 and basis = 'retention-ended'));

  create or replace function erase_details(of_erasure uuid, out details int, out first_seq bigint, out last_seq bigint, out digest bytea)
    language plpgsql security definer set search_path = public, pg_temp as $$
    declare chosen erasure%rowtype;
    begin
      select * into chosen from erasure where id = of_erasure;
      if chosen.status is distinct from 'requested' or chosen.agency_id is distinct from app_agency()
        or not app_may('erasure:approve') or chosen.requested_by is not distinct from app_subject()
        or case_is_held(chosen.case_id)
        or (chosen.basis = 'retention-ended' and not exists (select from retention
          where case_id = chosen.case_id and agency_id = chosen.agency_id and destroyed_at is null)) then
        raise exception 'this erasure is not lawful now' using errcode = '42501';
      end if;
      execute format('select min(e.seq), max(e.seq) from audit_detail d join audit_entry e on e.id = d.id and e.seq < %s
        where d.case_id = $1', (select size from log_state where log_id = 1)) into first_seq, last_seq using chosen.case_id;
      with gone as (delete from audit_detail where case_id = chosen.case_id returning hash)
        select count(*), sha256(coalesce(string_agg(hash, ''::bytea order by hash), ''::bytea)) into details, digest from gone;
      delete from data_key where scope_id = (select scope_id from detail_scope where case_id = chosen.case_id);
      delete from detail_scope where case_id = chosen.case_id;
    end $$;
`;

export class CreateRetention1767225770000 implements MigrationInterface {
  name = 'CreateRetention1767225770000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(retention + erasure);
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what tells of a destruction is not taken back'));
  }
}
