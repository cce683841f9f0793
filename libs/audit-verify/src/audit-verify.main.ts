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

const command = parseCommand(process.argv.slice(2));
if (command) {
  process.exitCode = await run(command, {
    clock: systemClock,
    say: (line) => process.stdout.write(`${line}\n`),
    progress: new Progress(systemClock, process.stderr),
    pause,
  });
} else {
  process.stderr.write(`${usage}\n`);
  process.exitCode = process.argv.includes('--help') ? exitCodes.ok : exitCodes.unknown;
}
