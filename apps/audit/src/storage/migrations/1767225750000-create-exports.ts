import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

/** Evidence packages: who asked for what and why, and the file for as long as it lies ready. */
export class CreateExports1767225750000 implements MigrationInterface {
  name = 'CreateExports1767225750000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      create table audit_export (
        id uuid primary key,
        status text not null check (status in ('waiting', 'requested', 'made', 'ready', 'purged')),
        requested_by text not null,
        requested_at timestamptz not null,
        reason text not null,
        criteria jsonb not null,
        before_seq bigint not null check (before_seq > 0),
        entries int not null check (entries > 0),
        entries_done int not null default 0 check (entries_done between 0 and entries),
        approved_by text,
        approved_at timestamptz,
        manifest text,
        ready_at timestamptz,
        purge_at timestamptz,
        constraint approved_by_another check (approved_by <> requested_by),
        constraint approval_whole check ((approved_by is null) = (approved_at is null)),
        constraint no_wide_export_without_approval
          check (status = 'waiting' or criteria ? 'case' or approved_by is not null),
        constraint made_whole check ((manifest is null) = (status in ('waiting', 'requested'))),
        constraint ready_whole check ((ready_at is null) = (purge_at is null)
          and (ready_at is null) = (status in ('waiting', 'requested', 'made')))
      );
      create index audit_export_open on audit_export (requested_at) where status in ('requested', 'made');
      create index audit_export_kept on audit_export (purge_at) where status = 'ready';
      comment on table audit_export is 'pseudonymous';
      grant select, insert, update (status, approved_by, approved_at) on audit_export to ${roles.app};
      grant select, update (status, entries_done, manifest, ready_at, purge_at) on audit_export to ${roles.worker};

      create table audit_export_part (
        export_id uuid not null references audit_export,
        n int not null check (n >= 0),
        bytes bytea not null,
        primary key (export_id, n)
      );
      comment on table audit_export_part is 'pseudonymous';
      grant select on audit_export_part to ${roles.app};
      grant select, insert, delete on audit_export_part to ${roles.worker};`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table audit_export_part');
    await run.query('drop table audit_export');
  }
}
