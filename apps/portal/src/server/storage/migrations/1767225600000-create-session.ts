import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSession1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table session (
        id_hash text primary key check (id_hash ~ '^[0-9a-f]{64}$'),
        subject text not null,
        created_at timestamptz not null,
        last_seen_at timestamptz not null,
        expires_at timestamptz not null,
        locked_at timestamptz,
        refreshing_until timestamptz,
        sealed bytea not null
      );
      create index session_subject on session (subject);
      create index session_expires_at on session (expires_at);
      comment on table session is 'pseudonymous';
      grant select, insert, update, delete on session to portal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table session');
  }
}
