import type { EntityManager } from 'typeorm';
import { may, type RequestContext } from '@rujukan/authz';
import type { Cursors, Page } from '@rujukan/http';
import type { Act } from '@rujukan/persistence';
import {
  boardOf,
  findClocks,
  pseudonymOf,
  referenceOf,
  viewOf,
  type BoardGroup,
  type ClockView,
  type FoundClock,
  type Viewer,
} from './clock.finder.js';
import { pageOf, positionIn, type ClockQuery } from './clock-query.js';

interface Question {
  readonly context: RequestContext;
  readonly query: ClockQuery;
  readonly cursors: Cursors;
}

export type OwnClock = ClockView & ReturnType<typeof referenceOf>;
export type OverseenClock = ClockView & { readonly caseRef: string };

/** What the caller's agency owes and what others owe it, by deadline. */
export function ownClocks(tx: EntityManager, act: Act, question: Question): Promise<Page<OwnClock>> {
  const { agencyId } = question.context.actor;
  const viewer = agencyId === null ? undefined : { agencyId };
  return page(tx, act, { ...question, viewer, policy: 'party-reads' }, async ({ clock }) => ({
    ...viewOf(clock, question.context.now),
    ...referenceOf(clock, agencyId),
  }));
}

/** Every agency's clocks, without a case by which anybody could be found; `more` adds what a service tells besides. */
export function overseenClocks<More extends object>(
  tx: EntityManager,
  act: Act,
  question: Question,
  more: (found: FoundClock) => Promise<More>,
): Promise<Page<OverseenClock & More>> {
  return page(tx, act, { ...question, viewer: 'everyone', policy: 'oversight' }, async (found) => ({
    ...viewOf(found.clock, question.context.now),
    caseRef: pseudonymOf(found.clock.caseId),
    ...(await more(found)),
  }));
}

/** Open clocks counted by agency and step: those of the agency and its partners, or all of them for oversight. */
export async function clockBoard(
  tx: EntityManager,
  act: Act,
  { actor, now }: RequestContext,
): Promise<BoardGroup[]> {
  const own = actor.agencyId === null ? undefined : { agencyId: actor.agencyId };
  const viewer = may(actor, 'clock:oversee') ? 'everyone' : own;
  act.trail.allowedBy(viewer === 'everyone' ? 'oversight' : 'party-reads').listed('clock-board', []);
  return viewer === undefined ? [] : boardOf(tx, viewer, now);
}

/** One page, on record as the ids that it holds. */
async function page<Item extends ClockView>(
  tx: EntityManager,
  act: Act,
  asked: Question & { readonly viewer: Viewer | undefined; readonly policy: string },
  toItem: (found: FoundClock) => Promise<Item>,
): Promise<Page<Item>> {
  const { context, query, cursors, viewer, policy } = asked;
  const filter = { ...query, after: positionIn(cursors, query), limit: query.limit + 1 };
  const found = viewer === undefined ? [] : await findClocks(tx, { ...filter, viewer }, context.now);
  const items: Item[] = [];
  for (const one of found) items.push(await toItem(one));
  const shown = pageOf(found, items, { cursors, query });
  act.trail.allowedBy(policy).listed(
    'clock',
    shown.items.map(({ id }) => id),
  );
  return shown;
}
