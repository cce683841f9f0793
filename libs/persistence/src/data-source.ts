import { DataSource, type DataSourceOptions, type EntitySchema, type MigrationInterface } from 'typeorm';
import { PreparingClient } from './preparing-client.js';

export interface DatabaseConfig {
  readonly url: string;
  readonly applicationName: string;
  readonly poolSize?: number;
  readonly entities?: readonly EntitySchema[];
}

/** Connection options of a service. Nothing is ever synchronised: tables come from migrations only. */
export const dataSourceOptions = (config: DatabaseConfig): DataSourceOptions => ({
  type: 'postgres',
  url: config.url,
  applicationName: config.applicationName,
  entities: [...(config.entities ?? [])],
  synchronize: false,
  logging: false,
  poolSize: config.poolSize ?? 10,
  extra: {
    Client: PreparingClient,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    idle_in_transaction_session_timeout: 30_000,
  },
});

/**
 * Applies migrations as the owner, in one transaction each, and closes.
 *
 * @returns names of the migrations that were applied.
 */
export async function migrate(
  url: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const owner = new DataSource({
    type: 'postgres',
    url,
    applicationName: 'migrate',
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    logging: false,
    extra: { options: '-c lock_timeout=5s' },
  });
  await owner.initialize();
  try {
    return (await owner.runMigrations()).map((migration) => migration.name);
  } finally {
    await owner.destroy();
  }
}
