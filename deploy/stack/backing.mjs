// @ts-check
// Only PostgreSQL and Kafka, for work on one service: `node deploy/stack/backing.mjs`, Ctrl-C ends them.
import { rmSync, writeFileSync } from 'node:fs';
import { prepareKafka } from './kafka.mjs';
import { layoutOf } from './paths.mjs';
import { freePorts } from './ports.mjs';
import { preparePostgres } from './postgres.mjs';
import { openSecrets } from './secrets.mjs';
import { explain, say } from './terminal.mjs';

const layout = layoutOf('.run/backing');
const announcement = layoutOf('.run').backing;
/** @type {import('./processes.mjs').Running[]} */
const running = [];

async function stop() {
  rmSync(announcement, { force: true });
  for (const one of [...running].reverse()) await one.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stop().then(() => process.exit(0)));

try {
  const [port = 0, kafkaPort = 0, controllerPort = 0] = await freePorts(3);
  const password = openSecrets(layout.secrets).password('postgres');
  const postgres = await preparePostgres(layout, { port, password, isThrowAway: true });
  running.push(await postgres.start());
  say('PostgreSQL is ready');
  const kafka = await prepareKafka(layout, { port: kafkaPort, controllerPort });
  running.push(await kafka.start());
  say('Kafka is ready');
  const backing = { postgresUrl: postgres.url, brokers: kafka.brokers };
  writeFileSync(announcement, `${JSON.stringify(backing, null, 2)}\n`, { mode: 0o600 });
  console.log(JSON.stringify(backing, null, 2));
  const first = await Promise.race(
    running.map(async (one) => `${one.program.name} ended: ${await one.ended}`),
  );
  say(first);
  await stop();
  process.exitCode = 1;
} catch (error) {
  explain(error);
  await stop();
  process.exitCode = 1;
}
