import { holidays } from './holidays.js';

/**
 * How long a duty may take. Hours run on through nights and holidays ("n x 24 jam"). Days end with the day in
 * Pontianak (WIB, UTC+7, no summer time) and the day on which they begin does not count; working days pass over
 * weekends, national holidays and joint leave.
 */
export type Limit =
  | { readonly unit: 'hours'; readonly count: number }
  | { readonly unit: 'days'; readonly count: number }
  | { readonly unit: 'working-days'; readonly count: number };

export const hour = 3_600_000;
const dayLength = 24 * hour;
const wib = 7 * hour;

/** Days since 1970-01-01 on the calendar in Pontianak. */
const dayOf = (instant: Date): number => Math.floor((instant.getTime() + wib) / dayLength);
/** Its last millisecond, so that a deadline is shown under the day that it belongs to. */
const endOf = (day: number): Date => new Date((day + 1) * dayLength - wib - 1);

const closed: ReadonlySet<number> = new Set(holidays.map(({ day }) => Date.parse(day) / dayLength));

// 1970-01-01 was a Thursday.
const isWeekend = (day: number): boolean => [2, 3].includes(((day % 7) + 7) % 7);

/** Whether offices work on the day of this instant. */
export const isWorkingDay = (instant: Date): boolean => isWorking(dayOf(instant));

const isWorking = (day: number): boolean => !isWeekend(day) && !closed.has(day);

/** The last instant at which the duty is kept. */
export function dueAt(start: Date, limit: Limit): Date {
  switch (limit.unit) {
    case 'hours':
      return new Date(start.getTime() + limit.count * hour);
    case 'days':
      return endOf(dayOf(start) + limit.count);
    case 'working-days':
      return endOf(workingDay(dayOf(start), limit.count));
  }
}

/** The n-th working day after a day. */
function workingDay(start: number, n: number): number {
  let day = start;
  for (let left = n; left > 0; left -= isWorking(day) ? 1 : 0) day += 1;
  return day;
}
