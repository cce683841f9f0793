import { localTime } from '../local-time.js';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** `opens` and `closes` as `08:00`, in western Indonesian time; `24:00` is the end of the day. No night is crossed. */
export interface OpeningHours {
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
}

/** Undefined where nobody has said when it is open. */
export function isOpenAt(hours: readonly OpeningHours[], now: Date): boolean | undefined {
  if (hours.length === 0) return undefined;
  const { weekday, time } = localTime(now);
  return hours.some(
    ({ days, opens, closes }) => days.includes(weekdays[weekday]!) && opens <= time && time < closes,
  );
}
