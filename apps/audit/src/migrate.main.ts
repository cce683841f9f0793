import { migrate } from '@rujukan/persistence';
import { config } from './config.js';
import { migrations } from './storage/migrations.js';

await migrate(config.migrationDatabaseUrl, migrations);
