import { DataSource, type MigrationInterface } from 'typeorm';
import { Trail } from '@rujukan/audit-trail';
import { systemClock } from '@rujukan/time';
import { dataSourceOptions, migrate } from './data-source.js';
import { operationAct } from './operation-acts.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * Applies a service's migrations as the owner of its tables, and records which.
 *
 * @returns names of the migrations that were applied.
 */
export async function migrateService(
  service: string,
  url: string,
  migrations: readonly (new () => MigrationInterface)[],
): Promise<string[]> {
  const applied = await migrate(url, migrations);
  if (applied.length === 0) return applied;
  const owner = new DataSource(dataSourceOptions({ url, applicationName: 'migrate', poolSize: 1 }));
  await owner.initialize();
  try {
    const trail = new Trail();
    for (const name of applied) trail.touched('migration', name);
    const act = operationAct({ service, type: 'schema.migrate', action: 'U', now: systemClock.now() }, trail);
    await new UnitOfWork(owner, service, systemClock).reported(() => Promise.resolve([[act], undefined]));
    return applied;
  } finally {
    await owner.destroy();
  }
}
