// @ts-check
// A PostgreSQL for a large log: as `npm start` has it, with fsync, and with the memory that a server of 4 GB would give it.
// Its data stays in .run/bench-log (or the folder that BENCH_LOG names) until it is removed, so that one load serves many measurements.
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '@rujukan/persistence';
import { testDatabase } from '@rujukan/testing';
import { layoutOf } from '../../../deploy/stack/paths.mjs';
import { freePorts } from '../../../deploy/stack/ports.mjs';
import { preparePostgres } from '../../../deploy/stack/postgres.mjs';
import { openSecrets } from '../../../deploy/stack/secrets.mjs';
import { migrations } from '../../../apps/audit/dist/storage/migrations.js';

export const layout = layoutOf(process.env['BENCH_LOG'] ?? '.run/bench-log');
const loaded = join(layout.root, 'loaded.json');
const settings = ['shared_buffers = 1GB', 'effective_cache_size = 3GB', 'max_wal_size = 8GB', ''].join('\n');

/**
 * @typedef {object} LoadedLog
 * @property {number} entries how many were loaded
 * @property {DataSource} app @property {DataSource} worker @property {DataSource} owner
 * @property {DataSource} superuser
 * @property {(role: string) => string} urlAs
 * @property {() => Promise<void>} close
 *
 * @typedef {{ url: string, folder: string, stop: () => Promise<void> }} LogServer
 */

/** @returns {Promise<LogServer>} */
export async function startServer() {
  const [port = 0] = await freePorts(1);
  const password = openSecrets(layout.secrets).password('postgres');
  const postgres = await preparePostgres(layout, { port, password });
  const file = join(postgres.folder, 'postgresql.conf');
  if (!readFileSync(file, 'utf8').endsWith(settings)) appendFileSync(file, settings);
  const running = await postgres.start();
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void running.stop().then(() => process.exit(1)));
  // The fixtures of the audit service find it here; they need no broker.
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  process.env['TEST_KAFKA_BROKERS'] = 'none';
  return { url: postgres.url, folder: postgres.folder, stop: () => running.stop() };
}

/** A new audit database, migrated and empty. @param {LogServer} server @returns {Promise<LoadedLog>} */
export async function newLog(server) {
  const { app, worker, owner, urls } = await testDatabase('audit', [...migrations]);
  await Promise.all([app, worker, owner].map((pool) => pool.destroy()));
  const database = new URL(urls.owner).pathname.slice(1);
  return openLog(server, { database, entries: 0 });
}

/** @param {LoadedLog} log @param {number} entries */
export const rememberLog = (log, entries) =>
  writeFileSync(loaded, JSON.stringify({ database: log.owner.driver.database, entries }));

/** The database that was loaded last. @param {LogServer} server @returns {Promise<LoadedLog>} */
export function loadedLog(server) {
  if (!existsSync(loaded))
    throw new Error('nothing is loaded: run `node test/bench/log/load-entries.mjs 10000000` first');
  return openLog(server, JSON.parse(readFileSync(loaded, 'utf8')));
}

/** Everything that was loaded goes. @param {LogServer} server already stopped */
export function removeServer({ folder }) {
  rmSync(folder, { recursive: true, force: true });
  rmSync(layout.root, { recursive: true, force: true });
}

/** @param {LogServer} server @param {{ database: string, entries: number }} of @returns {Promise<LoadedLog>} */
async function openLog(server, { database, entries }) {
  const urlAs = (/** @type {string} */ role) => {
    const url = new URL(server.url);
    url.pathname = `/${database}`;
    if (role !== '') url.searchParams.set('options', `-c role=audit_${role}`);
    return url.href;
  };
  const pools = await Promise.all(
    ['app', 'worker', 'owner', ''].map((role) =>
      new DataSource(
        dataSourceOptions({ url: urlAs(role), applicationName: `bench-${role}`, poolSize: 4 }),
      ).initialize(),
    ),
  );
  const [app, worker, owner, superuser] = pools;
  if (!app || !worker || !owner || !superuser) throw new Error('a pool is missing');
  const close = async () => void (await Promise.all(pools.map((pool) => pool.destroy())));
  return { entries, app, worker, owner, superuser, urlAs, close };
}
