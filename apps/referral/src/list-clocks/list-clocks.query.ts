import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { findClocks, pageOf, positionIn, referenceOf, viewOf, type ClockQuery } from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** What the agency owes and what others owe it, by deadline. */
@Injectable()
export class ListClocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    const { actor, now } = context;
    const after = positionIn(this.cursors, query);
    return this.uow.read(context, async (tx, act) => {
      const { agencyId } = actor;
      const filter = { ...query, after, limit: query.limit + 1 };
      const found = agencyId === null ? [] : await findClocks(tx, { ...filter, viewer: { agencyId } }, now);
      const items = found.map(({ clock }) => ({
        ...viewOf(clock, now),
        ...referenceOf(clock, agencyId),
      }));
      const page = pageOf(found, items, { cursors: this.cursors, query });
      act.trail.allowedBy('party-reads').listed(
        'clock',
        page.items.map(({ id }) => id),
      );
      return done(page);
    });
  }
}
