import type { Entry } from '../../data/entries.js';

export type Run = readonly [Entry, ...Entry[]];

/**
 * Puts neighbouring readings of one person about one case together: a page that stays open reads again and again.
 * Changes and refusals always stand alone, and nothing changes its place.
 */
export function runsOf(entries: readonly Entry[]): Run[] {
  const runs: [Entry, ...Entry[]][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && isReading(entry) && isReading(last[0]) && keyOf(entry) === keyOf(last[0])) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

const isReading = (entry: Entry): boolean => entry.action === 'R' && entry.outcome === 'success';

const keyOf = ({ actor, subject, purpose }: Entry): string =>
  [actor.sub, actor.org, purpose, ...subject].join(' ');
