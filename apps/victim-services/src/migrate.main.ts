import { migrateService } from '@rujukan/persistence';
import { config } from './config.js';
import { migrations } from './storage/migrations.js';

await migrateService('victim-services', config.migrationDatabaseUrl, migrations);
