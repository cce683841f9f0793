// @ts-check
import { applications, databaseOf, entryOf, isBuilt } from './applications.mjs';
import { plainEnvironment, run } from './processes.mjs';
import { Halt } from './terminal.mjs';

/**
 * Brings the tables of some applications to what their code expects, as the owner of the tables.
 * @param {Record<string, import('./databases.mjs').DatabaseUrls>} databases @param {string[]} [names]
 */
export async function migrate(databases, names = applications) {
  const wanted = names.filter((name) => isBuilt(entryOf(name, 'migrate.main.js')));
  const results = await Promise.all(
    wanted.map((name) => migrateOne(name, databases[databaseOf(name)]?.owner ?? '')),
  );
  const failed = results.filter(({ code }) => code !== 0);
  if (failed.length > 0)
    throw new Halt(
      failed.map(({ name, output }) => `The migrations of ${name} failed:\n${output}`).join('\n'),
    );
}

/** @param {string} name @param {string} ownerUrl */
async function migrateOne(name, ownerUrl) {
  const env = { ...plainEnvironment(), MIGRATION_DATABASE_URL: ownerUrl, LOG_LEVEL: 'warn' };
  return { name, ...(await run(process.execPath, [entryOf(name, 'migrate.main.js')], { env })) };
}
