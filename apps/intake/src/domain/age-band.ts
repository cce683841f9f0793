import type { ageBand, CodeOf } from '@rujukan/contracts';
import { localDate } from './local-date.js';
import type { ReportedChild } from './report-content.js';

export type AgeBand = CodeOf<typeof ageBand>;

/**
 * The band that an envelope may show. Whoever is not documented to be 18 is handled as a child,
 * so `18+` is said of documents only.
 */
export function ageBandOf(
  child: Pick<ReportedChild, 'birthDate' | 'statedAge' | 'ageCertainty'>,
  now: Date,
): AgeBand {
  const age = child.birthDate === undefined ? child.statedAge : ageOn(child.birthDate, localDate(now));
  if (age === undefined || age < 0) return 'unknown';
  if (age <= 8) return '0-8';
  if (age <= 12) return '9-12';
  if (age <= 15) return '13-15';
  if (age <= 17) return '16-17';
  return child.ageCertainty === 'documented' ? '18+' : 'unknown';
}

/** Full years between two dates without time. Born on 29 February, the birthday of a common year is 1 March. */
export function ageOn(birthDate: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
