import { setTimeout as wait } from 'node:timers/promises';

/** Pause before the next try, milliseconds: doubles from 100 up to five seconds; none after no failure. */
export const backOff = (failures: number): number =>
  failures === 0 ? 0 : Math.min(5_000, 100 * 2 ** (failures - 1));

/** Waits, or returns early when the signal says stop. */
export async function pauseUnless(signal: AbortSignal, ms: number): Promise<void> {
  if (signal.aborted || ms === 0) return;
  try {
    await wait(ms, undefined, { signal });
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error;
  }
}
