import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

// What was described in the handoff's own row moves to a row that can be deleted. The old columns stay, empty.
const envelope = `
  create table handoff_envelope (
    handoff_id uuid primary key references handoff (id),
    agency_id uuid not null,
    age_band text not null,
    sex text,
    area_code text,
    languages text[] not null,
    has_disability boolean not null
  );
  comment on table handoff_envelope is 'personal';
  alter table handoff alter column age_band drop not null;
  alter table handoff alter column languages drop not null;
  alter table handoff alter column has_disability drop not null;
  alter table handoff add column profile_version int;
  alter table handoff add column will_share text[];
  alter table handoff add column preview_purged_at timestamptz;

  -- Forced row security holds for the owner as well, and the owner has no policy.
  alter table handoff no force row level security;
  insert into handoff_envelope (handoff_id, agency_id, age_band, sex, area_code, languages, has_disability)
    select id, from_agency_id, age_band, sex, area_code, languages, has_disability from handoff;
  update handoff set age_band = null, sex = null, area_code = null, languages = null, has_disability = null;
  alter table handoff force row level security;

  create index preview_to_purge on handoff (id)
    where ended_at is not null and accepted_at is null and preview_purged_at is null;
  grant select, insert on handoff_envelope to ${roles.app};
  grant select, delete on handoff_envelope to ${roles.worker};`;

const disclosure = `
  create table disclosure (
    handoff_id uuid primary key references handoff (id),
    case_id uuid not null,
    kind text not null check (kind in ('referral', 'transfer')),
    from_agency_id uuid not null,
    to_agency_id uuid not null,
    share_profile text not null,
    profile_version int not null,
    field_groups text[] not null check (cardinality(field_groups) > 0),
    purpose text not null,
    lawful_basis text not null,
    lawful_basis_article text,
    disclosed_at timestamptz not null,
    ended_at timestamptz
  );
  create index disclosure_of_case on disclosure (case_id, handoff_id);
  comment on table disclosure is 'personal';
  grant select, insert, update (ended_at) on disclosure to ${roles.app};
  grant select, insert, update on disclosure to ${roles.worker};`;

const isCustodian = `exists (select from case_custody
  where case_custody.case_id = disclosure.case_id and custodian_agency_id = app_agency())`;

const floor = [
  rowSecurity('handoff_envelope', roles, {
    // The receiver's sight of it ends with its no, before the row itself is gone.
    select: `exists (select from handoff where handoff.id = handoff_id and (app_agency() = from_agency_id
      or app_agency() = to_agency_id and (ended_at is null or accepted_at is not null)))`,
    insert: 'app_agency() = agency_id',
  }),
  rowSecurity('disclosure', roles, {
    select: `app_agency() in (from_agency_id, to_agency_id) or ${isCustodian} or app_may('audit:read')`,
    insert: 'app_agency() = to_agency_id',
    update: `app_agency() in (from_agency_id, to_agency_id) or ${isCustodian}`,
  }),
  // An auditor reads of any case until when an agency had what; nothing else here is open to it.
  `create policy case_custody_audit on case_custody for select to ${roles.app} using (app_may('audit:read'));`,
];

export class CreateDisclosure1767225650000 implements MigrationInterface {
  name = 'CreateDisclosure1767225650000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(envelope);
    await run.query(disclosure);
    await run.query(floor.join('\n'));
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop policy case_custody_audit on case_custody');
    await run.query('drop table disclosure, handoff_envelope');
  }
}
