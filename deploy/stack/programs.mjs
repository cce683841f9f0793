// @ts-check
import { applications, isBuilt, programs } from './applications.mjs';
import { migrate } from './migrations.mjs';
import { freshLog, launch } from './processes.mjs';
import { ready } from './readiness.mjs';
import { Halt, say } from './terminal.mjs';

/** @import { Surroundings } from './applications.mjs' */

/** Enough for any of them at rest several times over; a leak shows as a crash in the log, not as a slow machine. */
const heap = '--max-old-space-size=256';

/**
 * Brings tables and topics up to date, starts every process and waits until each says that it is ready.
 * @param {Surroundings} around
 * @param {Pick<import('./foundations.mjs').Context, 'supervisor' | 'layout'>} context
 */
export async function startPrograms(around, { supervisor, layout }) {
  await Promise.all([migrate(around.databases), createTopics(around.brokers)]);
  say('tables and topics are up to date');
  const all = programs(around);
  const unbuilt = all.filter(({ entry }) => !isBuilt(entry)).map(({ name }) => name);
  if (unbuilt.length > 0) throw new Halt(`Not built: ${unbuilt.join(', ')}. Build with: npm run build`);
  for (const { name, entry, env } of all) {
    freshLog(layout.logs, name);
    const program = { name, command: process.execPath, args: [heap, entry], env };
    await supervisor.keep(name, async () => launch(program, layout));
  }
  say(`started ${all.length} processes of ${applications.length} applications`);
  await Promise.all(all.map((program) => ready(supervisor, program)));
  say('services and portal are ready');
}

/** Topics are made on purpose, from the contracts; the broker itself makes none. @param {string} brokers */
async function createTopics(brokers) {
  process.env['KAFKAJS_NO_PARTITIONER_WARNING'] = '1';
  const { ensureTopics } = await import('@rujukan/messaging');
  const silent = { debug() {}, info() {}, warn() {}, error() {} };
  await ensureTopics({ brokers: brokers.split(','), clientId: 'launcher', log: silent });
}
