// eslint-disable-next-line no-restricted-syntax -- the one place that waits, so that no test has to
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Polls until the probe gives a value that is not undefined, null or false, and returns it.
 *
 * @param what what is waited for, so that a time-out says what was never seen: `the plan to appear`.
 * @throws after `withinMs` milliseconds, with the probe's last error as cause if it threw.
 */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  { withinMs = 5_000, everyMs = 20 }: { withinMs?: number; everyMs?: number } = {},
): Promise<NonNullable<Exclude<T, false>>> {
  const deadline = performance.now() + withinMs;
  let last: unknown;
  do {
    try {
      const seen = await probe();
      if (seen !== undefined && seen !== null && seen !== false)
        return seen as NonNullable<Exclude<T, false>>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    await pause(everyMs);
  } while (performance.now() < deadline);
  const because = last instanceof Error ? `: ${last.message}` : '';
  throw new Error(`waited ${withinMs} ms for ${what}; never seen${because}`, { cause: last });
}
