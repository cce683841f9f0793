import { DataSource } from 'typeorm';
import { createLogger } from '@rujukan/observability';
import { dataSourceOptions, UnitOfWork } from '@rujukan/persistence';
import { systemClock } from '@rujukan/time';
import { parkConfig } from './config.js';
import { runParkCommand } from './park-command.js';

const config = parkConfig();
const database = new DataSource(
  dataSourceOptions({ url: config.databaseUrl, applicationName: 'park', poolSize: 2 }),
);
try {
  await database.initialize();
  const answer = await runParkCommand(process.argv.slice(2), {
    database,
    unitOfWork: (service) => new UnitOfWork(database, service, systemClock),
    address: {
      brokers: config.brokers,
      clientId: 'park',
      log: createLogger('park', { level: 'warn' }),
    },
  });
  process.stdout.write(`${answer}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  if (database.isInitialized) await database.destroy();
}
