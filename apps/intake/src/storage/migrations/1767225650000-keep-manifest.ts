import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a handoff opens is kept with the access that it gives; null for the ones before, which follow the profile. */
export class KeepManifest1767225650000 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table case_access add column profile_version int;
      alter table case_access add column field_groups text[];
      alter table case_access add constraint manifest_is_whole
        check ((profile_version is null) = (field_groups is null));`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('alter table case_access drop column profile_version, drop column field_groups');
  }
}
