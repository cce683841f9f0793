// @ts-check
// `npm run reset`: stops the stack of this checkout and removes everything that it kept.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { discardDatabase } from './discard.mjs';
import { runningLauncher, stopOrphans } from './orphans.mjs';
import { layoutOf } from './paths.mjs';
import { pause } from './processes.mjs';
import { explain, Halt, say } from './terminal.mjs';

/** Stacks of others below the same folder: the servers for work on one service, and test runs. */
const isOthers = (/** @type {string} */ name) => /^(backing|test-|bench-)/.test(name);

/** @param {number} pid */
async function stopLauncher(pid, layout = layoutOf('.run')) {
  say(`stopping the running stack (pid ${pid})`);
  process.kill(pid, 'SIGTERM');
  const deadline = performance.now() + 60_000;
  while (runningLauncher(layout) !== undefined) {
    if (performance.now() > deadline)
      throw new Halt(`The stack does not stop (pid ${pid}); nothing was removed.`);
    await pause(100);
  }
}

try {
  const layout = layoutOf('.run');
  if (existsSync(layout.root)) {
    const pid = runningLauncher(layout);
    if (pid !== undefined) await stopLauncher(pid);
    await stopOrphans(layout);
    discardDatabase(layout);
    for (const name of readdirSync(layout.root).filter((entry) => !isOthers(entry))) {
      rmSync(join(layout.root, name), { recursive: true, force: true });
    }
  }
  say('empty: the next npm start begins anew');
  if (process.env.POSTGRES_URL) say('the databases on the server of POSTGRES_URL are yours to drop');
} catch (error) {
  explain(error);
  process.exit(1);
}
