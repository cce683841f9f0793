import type { MigrationInterface, QueryRunner } from 'typeorm';
import { clockTable } from '@rujukan/clockwork';
import { rowSecurity } from '@rujukan/persistence';
import { roles } from './roles.js';

// Who works on the case meets the clock of its need; oversight sees how clocks stand and nothing else of a case.
const ofCase = `app_agency() in (agency_id, awaited_by)
  or exists (select from case_custody where case_custody.case_id = duty_clock.case_id)`;

/** Offers that wait for an answer get the clock that their deadline stands for; row security would hide them from here. */
const clocksOfWaiting = `
  alter table handoff no force row level security;
  insert into duty_clock (id, definition, policy_version, case_id, agency_id, awaited_by, subject, aspect, round, state,
      started_at, due_at, paused_ms, warned, escalated, wake_at)
    select gen_random_uuid(), 'referral-decision', 1, case_id, to_agency_id, from_agency_id, id, '', 1, 'running',
      requested_at, due_at, 0, 0, 0, requested_at
    from handoff where status in ('requested', 'received');
  alter table handoff force row level security;`;

export class CreateClocks1767225630000 implements MigrationInterface {
  name = 'CreateClocks1767225630000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(clockTable(roles));
    await run.query(clocksOfWaiting);
    await run.query(
      rowSecurity('duty_clock', roles, {
        select: `${ofCase} or app_may('clock:oversee')`,
        insert: 'app_agency() in (agency_id, awaited_by)',
        update: ofCase,
      }),
    );
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('drop table duty_clock');
  }
}
