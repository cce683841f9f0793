import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { findClocks, pageOf, positionIn, pseudonymOf, viewOf, type ClockQuery } from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';

/** Every agency's clocks, without a case by which anybody could be found. */
@Injectable()
export class OverseeClocks {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    const { now } = context;
    const after = positionIn(this.cursors, query);
    return this.uow.read(context, async (tx, act) => {
      const filter = { ...query, after, limit: query.limit + 1, viewer: 'everyone' } as const;
      const found = await findClocks(tx, filter, now);
      const items = found.map(({ clock }) => ({ ...viewOf(clock, now), caseRef: pseudonymOf(clock.caseId) }));
      const page = pageOf(found, items, { cursors: this.cursors, query });
      act.trail.allowedBy('oversight').listed(
        'clock',
        page.items.map(({ id }) => id),
      );
      return done(page);
    });
  }
}
