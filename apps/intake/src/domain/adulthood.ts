import { ageOn } from './age-band.js';
import { localDate } from './local-date.js';
import type { ReportedChild } from './report-content.js';

const day = 86_400_000;

/**
 * The day on which a child will be 18, `2025-11-23`. Only a documented birth date makes an adult; whoever is not
 * known to be one is a child.
 *
 * @returns undefined where that is not known, or is past.
 */
export function adulthoodOf(
  { birthDate, ageCertainty }: Pick<ReportedChild, 'birthDate' | 'ageCertainty'>,
  now: Date,
): string | undefined {
  if (birthDate === undefined || ageCertainty !== 'documented') return undefined;
  if (ageOn(birthDate, localDate(now)) >= 18) return undefined;
  const year = Number(birthDate.slice(0, 4)) + 18;
  // A year 18 years after a leap year is none: who was born on 29 February is 18 on 1 March.
  return birthDate.endsWith('-02-29') ? `${year}-03-01` : `${year}${birthDate.slice(4)}`;
}

/** Today and the days before it, so that no birthday is lost while the worker was away. */
export const daysUntil = (now: Date, count: number): string[] =>
  Array.from({ length: count }, (_, ago) => localDate(new Date(now.getTime() - ago * day)));
