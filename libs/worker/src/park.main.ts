import { DataSource } from 'typeorm';
import { createLogger } from '@rujukan/observability';
import { dataSourceOptions, UnitOfWork } from '@rujukan/persistence';
import { systemClock } from '@rujukan/time';
import { parkConfig } from './config.js';
import { runParkCommand } from './park-command.js';

async function main(argv: readonly string[]): Promise<string> {
  const { databaseUrl, brokers } = parkConfig();
  const database = new DataSource(
    dataSourceOptions({ url: databaseUrl, applicationName: 'park', poolSize: 2 }),
  );
  await database.initialize();
  try {
    return await runParkCommand(argv, {
      unitOfWork: (service) => new UnitOfWork(database, service, systemClock),
      address: { brokers, clientId: 'park', log: createLogger('park', { level: 'warn' }) },
    });
  } finally {
    await database.destroy();
  }
}

try {
  process.stdout.write(`${await main(process.argv.slice(2))}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
