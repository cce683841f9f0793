import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From an entry about a case to the handoffs and closures that it names. */
export class FindHandoffsOfCase1767225600002 implements MigrationInterface {
  name = 'FindHandoffsOfCase1767225600002';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`create index audit_entity_of_case on audit_entity (seq) include (entity_id)
      where entity_type in ('handoff', 'closure')`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop index audit_entity_of_case');
  }
}
