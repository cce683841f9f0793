import { z } from 'zod';
import { clockDefinition } from '@rujukan/contracts';
import { pageQuery, type Cursors, type Page } from '@rujukan/http';
import { positionOf, standings, type ClockPosition, type FoundClock } from './clock.finder.js';

/** What a list of clocks may be asked by. */
export const clockQuery = pageQuery({
  definition: z.enum(clockDefinition.codes).optional(),
  agencyId: z.uuid().toLowerCase().optional(),
  standing: z.enum(standings).default('open'),
});
export type ClockQuery = z.output<typeof clockQuery>;

/** Where the page begins. @throws Problem 400 when the cursor was altered or made for another question. */
export const positionIn = (cursors: Cursors, query: ClockQuery): ClockPosition | undefined =>
  cursors.decode<ClockPosition>(query.cursor, query);

/** The page, of one clock more than it holds. */
export function pageOf<Item>(
  found: readonly FoundClock[],
  items: readonly Item[],
  { cursors, query }: { readonly cursors: Cursors; readonly query: ClockQuery },
): Page<Item> {
  const last = found[query.limit - 1];
  const shown = items.slice(0, query.limit);
  return found.length > query.limit && last
    ? { items: shown, next: cursors.encode(positionOf(last), query) }
    : { items: shown };
}
