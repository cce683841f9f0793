import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

const minutes = `
  create table handover_minutes (
    handoff_id uuid primary key references handoff (id),
    case_id uuid not null,
    from_agency_id uuid not null,
    to_agency_id uuid not null,
    handed_over_at timestamptz not null,
    items text[] not null check (items <> '{}'),
    written_by_agency_id uuid not null,
    written_by text not null,
    written_at timestamptz not null check (written_at >= handed_over_at),
    signed_by_agency_id uuid,
    signed_by text,
    signed_at timestamptz,
    constraint written_by_a_party check (written_by_agency_id in (from_agency_id, to_agency_id)),
    constraint signed_by_the_other_party check (signed_by_agency_id in (from_agency_id, to_agency_id)
      and signed_by_agency_id <> written_by_agency_id),
    constraint a_signature_is_whole check ((signed_by_agency_id is null) = (signed_at is null)
      and (signed_by is null) = (signed_at is null))
  );
  comment on table handover_minutes is 'personal';
  grant select, insert, update (signed_by_agency_id, signed_by, signed_at) on handover_minutes to ${roles.app};`;

const parties = 'app_agency() in (from_agency_id, to_agency_id)';

export class SignMinutes1767225760001 implements MigrationInterface {
  name = 'SignMinutes1767225760001';

  async up(run: QueryRunner): Promise<void> {
    await run.query(minutes);
    await run.query(
      rowSecurity('handover_minutes', roles, {
        select: parties,
        insert: 'app_agency() = written_by_agency_id',
        update: parties,
      }),
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('what two agencies signed is never dropped'));
  }
}
