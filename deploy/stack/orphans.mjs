// @ts-check
import { processesOf } from './own-processes.mjs';
import { lives, recorded } from './pids.mjs';
import { pause } from './processes.mjs';
import { say } from './terminal.mjs';
import { databaseFolder } from './unprivileged.mjs';

/** @import { Layout } from './paths.mjs' */

/** The launcher that runs this stack now, if one does. @param {Layout} layout */
export function runningLauncher(layout) {
  const { launcher } = recorded(layout.pids);
  return launcher && launcher.pid !== process.pid && lives(launcher) ? launcher.pid : undefined;
}

/** @param {Layout} layout @returns {number[]} */
function leftBehind(layout) {
  const known = recorded(layout.pids).processes.filter(lives);
  const marked = processesOf(layout.root, databaseFolder(layout.postgres));
  return [...new Set([...known.map(({ pid }) => pid), ...marked])];
}

/**
 * Ends what a killed launcher left running. Only processes that are provably of this stack are touched.
 * @param {Layout} layout
 */
export async function stopOrphans(layout) {
  const found = leftBehind(layout);
  if (found.length === 0) return;
  say(`stopping ${found.length} processes that an earlier run left behind`);
  // PostgreSQL takes SIGINT as "now, but in good order"; the others take it as SIGTERM.
  signal(found, 'SIGINT');
  const patience = performance.now() + 10_000;
  while (leftBehind(layout).length > 0 && performance.now() < patience) await pause(100);
  const stubborn = leftBehind(layout);
  signal(stubborn, 'SIGKILL');
  while (leftBehind(layout).length > 0) await pause(100);
}

/** @param {number[]} pids @param {NodeJS.Signals} name */
function signal(pids, name) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      continue; // it ended by itself
    }
  }
}
