import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A line of a desk's list may be of a deadline; of each clock a desk hears once what time brought, whoever tells it again. */
export class TellOfClocks1767225800000 implements MigrationInterface {
  name = 'TellOfClocks1767225800000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(`
      alter table notification add column clock_id uuid, add column definition text, add column case_id uuid,
        add constraint a_deadline_has_a_name check ((clock_id is null) = (definition is null));
      create unique index notification_of_clock on notification (clock_id, kind, agency_id, audience)
        nulls not distinct where clock_id is not null;`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`
      drop index notification_of_clock;
      alter table notification drop column clock_id, drop column definition, drop column case_id;`);
  }
}
