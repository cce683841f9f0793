// @ts-check
// Only PostgreSQL and Kafka, for work on one service: `node deploy/stack/backing.mjs`, Ctrl-C ends them.
import { rmSync, writeFileSync } from 'node:fs';
import { bareServers } from './bare-servers.mjs';
import { layoutOf } from './paths.mjs';
import { explain, say } from './terminal.mjs';

const announcement = layoutOf('.run').backing;
const servers = bareServers(layoutOf('.run/backing'));

async function stop() {
  rmSync(announcement, { force: true });
  await servers.stop();
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => void stop().then(() => process.exit(0)));

try {
  const backing = await servers.start();
  writeFileSync(announcement, `${JSON.stringify(backing, null, 2)}\n`, { mode: 0o600 });
  console.log(JSON.stringify(backing, null, 2));
  const first = await Promise.race(
    servers.running.map(async (one) => `${one.program.name} ended: ${await one.ended}`),
  );
  say(first);
  await stop();
  process.exitCode = 1;
} catch (error) {
  explain(error);
  await stop();
  process.exitCode = 1;
}
