import type { MigrationInterface, QueryRunner } from 'typeorm';
import { roles } from './roles.js';

// The worker sees of a register what a deadline needs, and none of its words. What has passed is told once.
const told = (table: string, open: string, cases: string): string => `
  alter table ${table} add column overdue_told_at timestamptz;
  create index ${table}_overdue on ${table} (due_at) where status = '${open}' and overdue_told_at is null;
  grant select (id, agency_id, status, due_at, ${cases}, overdue_told_at), update (overdue_told_at) on ${table} to ${roles.worker};
`;

export class TellOverdue1767225780000 implements MigrationInterface {
  name = 'TellOverdue1767225780000';

  async up(run: QueryRunner): Promise<void> {
    await run.query(
      told('breach', 'recorded', 'case_ids') + told('data_subject_request', 'received', 'case_id'),
    );
  }

  down(): Promise<void> {
    return Promise.reject(new Error('that a deadline was told is not taken back'));
  }
}
