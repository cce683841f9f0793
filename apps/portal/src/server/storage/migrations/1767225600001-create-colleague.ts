import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateColleague1767225600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table colleague (
        subject text primary key,
        agency_id uuid not null,
        seen_at timestamptz not null,
        sealed bytea not null
      );
      create index colleague_agency on colleague (agency_id);
      create index colleague_seen_at on colleague (seen_at);
      comment on table colleague is 'pseudonymous';
      grant select, insert, update, delete on colleague to portal_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table colleague');
  }
}
