// @ts-check
import { say } from './terminal.mjs';

/**
 * Ends the stack on Ctrl-C, SIGTERM or a closed terminal. npm passes the same Ctrl-C on a second time, so only a later
 * one means impatience.
 *
 * @param {() => Promise<void>} stop @param {number} [exitCode]
 */
export function stopOnSignal(stop, exitCode = 0) {
  let first = 0;
  const onSignal = async () => {
    if (first !== 0) {
      if (performance.now() - first > 2_000) say('still stopping');
      return;
    }
    first = performance.now();
    say('stopping');
    await stop();
    say('stopped: no process is left');
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void onSignal());
}
