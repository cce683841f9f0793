import { systemClock } from '@rujukan/time';
import { parseCommand, usage } from './arguments.js';
import { exitCodes } from './findings.js';
import { Progress } from './progress.js';
import { run } from './run.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

/** Waits, unless somebody stops the program meanwhile. */
const pause = (milliseconds: number): Promise<boolean> =>
  new Promise((resolve) => {
    if (stop.signal.aborted) resolve(false);
    const timer = setTimeout(() => resolve(true), milliseconds);
    stop.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve(false);
    });
  });

const around = {
  clock: systemClock,
  say: (line: string) => process.stdout.write(`${line}\n`),
  progress: new Progress(systemClock, process.stderr),
  pause,
};

const command = parseCommand(process.argv.slice(2));
try {
  if (command) process.exitCode = await run(command, around);
  else {
    process.stderr.write(`${usage}\n`);
    process.exitCode = process.argv.includes('--help') ? exitCodes.ok : exitCodes.unknown;
  }
} catch (error) {
  // Whatever breaks on the way is no proof that somebody tampered, which Node's own exit code 1 would say.
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = exitCodes.unknown;
}
