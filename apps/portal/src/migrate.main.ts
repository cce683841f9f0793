import 'reflect-metadata';
import { migrate } from '@rujukan/persistence';
import { migrationUrl } from './config.js';
import { migrations } from './server/storage/migrations.js';

const applied = await migrate(migrationUrl(), migrations);
process.stdout.write(`${JSON.stringify({ service: 'portal', applied })}\n`);
