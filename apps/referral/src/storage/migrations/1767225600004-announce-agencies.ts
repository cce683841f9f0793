import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agencies that were registered before registration was announced: other services would never hear of them. */
export class AnnounceAgencies1767225600004 implements MigrationInterface {
  name = 'AnnounceAgencies1767225600004';

  async up(run: QueryRunner): Promise<void> {
    // The contract as it stood on this day, in SQL: a migration does not change with the code.
    await run.query(`
      with announced as materialized (select gen_random_uuid() as event, agency.* from agency)
      insert into outbox (id, topic, aggregatetype, aggregateid, type, headers, payload)
      select event, 'referral.directory.events', 'agency', id::text, 'directory.agency-registered.v1',
        jsonb_build_object(
          'content-type', 'application/json',
          'ce_specversion', '1.0',
          'ce_id', event,
          'ce_type', 'id.rujukan.directory.agency-registered.v1',
          'ce_source', '/referral',
          'ce_subject', id,
          'ce_time', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
          'ce_correlationid', event,
          'ce_dataclassification', 'public',
          'traceparent', '00-' || replace(event::text, '-', '') || '-' || right(event::text, 12) || '0000-01'),
        convert_to(json_build_object('agencyId', id, 'agencyCode', code, 'agencyType', type, 'version', version)::text,
          'UTF8')
      from announced order by code`);
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query(`delete from outbox where type = 'directory.agency-registered.v1'`);
  }
}
