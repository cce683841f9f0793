import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { caseReference, envelope, type Content, type Envelope } from '../../domain/handoffs/envelope.js';
import { noteWorker } from '../../storage/desk-worker.store.js';
import {
  findHandoffs,
  type HandoffFilter,
  type ListedHandoff,
  type NextClock,
} from '../../storage/handoff.finder.js';

type Query = Omit<HandoffFilter, 'before'> & { readonly cursor?: string | undefined };

type Line = Envelope & Pick<Content, 'caseId' | 'caseNumber'> & { readonly nextClock?: NextClock };

/** The agency's handoffs, newest first: what it was asked, what it asked, or both. Sealed texts stay closed here. */
@Injectable()
export class ListHandoffs {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query): Promise<Outcome<Page<Line>, never>> {
    const position = this.cursors.decode<{ before: string }>(query.cursor, query);
    return this.uow.read(context, async (tx, act) => {
      await noteWorker(tx, context.actor, context.now);
      const filter = { ...query, before: position?.before, limit: query.limit + 1 };
      const found = await findHandoffs(tx, context.actor.agencyId, filter);
      const items = found.slice(0, query.limit).map((one) => toLine(one, context));
      act.trail
        .allowedBy('party-reads')
        .about(...found.slice(0, query.limit).map(({ handoff }) => handoff.terms.caseId))
        .listed(
          'handoff',
          items.map(({ id }) => id),
        );
      return done(this.cursors.page(items, found.length > query.limit, ({ id }) => ({ before: id }), query));
    });
  }
}

const toLine = ({ handoff, side, names, nextClock }: ListedHandoff, context: RequestContext): Line => ({
  ...envelope(handoff, side, names, context),
  ...caseReference(handoff, side),
  ...(nextClock === undefined ? {} : { nextClock }),
});
