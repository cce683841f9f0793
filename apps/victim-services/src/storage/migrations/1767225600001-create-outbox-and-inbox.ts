import type { MigrationInterface, QueryRunner } from 'typeorm';
import { messagingTables } from '@rujukan/messaging';

export class CreateOutboxAndInbox1767225600001 implements MigrationInterface {
  async up(run: QueryRunner): Promise<void> {
    await run.query(messagingTables({ app: 'victim_services_app', worker: 'victim_services_worker' }));
  }

  down(): Promise<void> {
    return Promise.reject(new Error('events that were not published would be lost'));
  }
}
