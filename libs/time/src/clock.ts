import { readFileSync, statSync } from 'node:fs';
import type { Clock } from '@rujukan/kernel';

/** The machine's time. */
export const systemClock: Clock = { now: () => new Date(), wall: () => new Date() };

/**
 * A clock that a demo or a test moves by writing `{"offsetMs": n}` to a file that all processes share.
 * Work happens at the machine's time plus the offset; a missing file means no offset.
 *
 * @throws when the file exists and holds anything else.
 */
export function movableClock(file: string): Clock {
  let offsetMs = 0;
  let seen = -1;
  return {
    wall: () => new Date(),
    now() {
      const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? -1;
      if (changed !== seen) {
        offsetMs = changed === -1 ? 0 : parseOffset(readFileSync(file, 'utf8'));
        seen = changed;
      }
      return new Date(Date.now() + offsetMs);
    },
  };
}

/** The movable clock where a file is named, the machine's otherwise. */
export const clockFrom = (file: string | undefined): Clock => (file ? movableClock(file) : systemClock);

function parseOffset(text: string): number {
  const { offsetMs } = JSON.parse(text) as { offsetMs?: unknown };
  if (typeof offsetMs !== 'number' || !Number.isSafeInteger(offsetMs))
    throw new Error('clock file needs {"offsetMs": integer}');
  return offsetMs;
}
