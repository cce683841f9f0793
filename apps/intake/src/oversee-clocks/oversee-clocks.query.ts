import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RequestContext } from '@rujukan/authz';
import {
  findClocks,
  pageOf,
  positionIn,
  pseudonymOf,
  viewOf,
  type ClockQuery,
  type FoundClock,
} from '@rujukan/clockwork';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { Sealer } from '@rujukan/sealing';
import { placeOfNote } from '../storage/clock.store.js';

/** Every agency's duties without a case by which anybody could be found, and why a limit of the law was missed. */
@Injectable()
export class OverseeClocks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sealer: Sealer,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: ClockQuery) {
    const { now } = context;
    const after = positionIn(this.cursors, query);
    return this.unitOfWork.read(context, async (tx, act) => {
      const filter = { ...query, after, limit: query.limit + 1, viewer: 'everyone' } as const;
      const found = await findClocks(tx, filter, now);
      const items = [];
      for (const one of found)
        items.push({
          ...viewOf(one.clock, now),
          caseRef: pseudonymOf(one.clock.caseId),
          ...(await this.reasonOf(tx, one)),
        });
      const page = pageOf(found, items, { cursors: this.cursors, query });
      act.trail.allowedBy('oversight').listed(
        'clock',
        page.items.map(({ id }) => id),
      );
      return done(page);
    });
  }

  private async reasonOf(tx: EntityManager, { clock, lateReason, lateNote }: FoundClock) {
    if (lateReason === undefined || lateNote === undefined) return {};
    const text = await this.sealer.open(tx, clock.caseId, placeOfNote(clock.id), lateNote);
    return { lateReason: { code: lateReason, text } };
  }
}
