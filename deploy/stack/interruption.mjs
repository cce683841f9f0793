// @ts-check
import { explain, say } from './terminal.mjs';

let interruptedAt = 0;

/**
 * Ends the stack on Ctrl-C, SIGTERM or a closed terminal. npm passes the same Ctrl-C on a second time, so only a later
 * one means impatience.
 *
 * @param {() => Promise<void>} stop @param {number} [exitCode]
 */
export function stopOnSignal(stop, exitCode = 0) {
  const onSignal = async () => {
    if (interruptedAt !== 0) {
      if (performance.now() - interruptedAt > 2_000) say('still stopping');
      return;
    }
    interruptedAt = performance.now();
    say('stopping');
    await stop();
    say('stopped: no process is left');
    process.exit(exitCode);
  };
  // A fault of the launcher itself must not leave a stack that nobody watches.
  process.once('uncaughtException', (error) => {
    explain(error);
    interruptedAt ||= performance.now();
    void stop().finally(() => process.exit(1));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void onSignal());
}

/**
 * Ends the launcher because something failed; what fails because of Ctrl-C is no news, and that ends the launcher too.
 * @param {unknown} error
 */
export function giveUp(error) {
  if (interruptedAt !== 0) return;
  explain(error);
  process.exit(1);
}

export const isInterrupted = () => interruptedAt !== 0;
