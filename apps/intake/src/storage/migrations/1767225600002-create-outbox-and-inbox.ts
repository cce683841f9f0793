import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTables } from '@rujukan/messaging';
import { roles } from './roles.js';

export class CreateOutboxAndInbox1767225600002 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(messagingTables(roles));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('events that were not published would be lost'));
  }
}
