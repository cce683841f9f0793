import type { Clock } from '@rujukan/kernel';

/** Saturday night, when a child is found: the time at which tests happen unless they say otherwise. */
export const saturdayNight = new Date('2026-03-07T20:00:00.000Z');

export interface TestClock extends Clock {
  /** Moves the time forward (milliseconds). */
  advance(ms: number): void;
}

/** A clock that stands still until it is moved. */
export function testClock(start: Date = saturdayNight): TestClock {
  let at = start.getTime();
  const now = (): Date => new Date(at);
  return { now, wall: now, advance: (ms) => void (at += ms) };
}
