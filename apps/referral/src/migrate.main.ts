import { migrateService } from '@rujukan/persistence';
import { config } from './config.js';
import { migrations } from './storage/migrations.js';

await migrateService('referral', config.migrationDatabaseUrl, migrations);
