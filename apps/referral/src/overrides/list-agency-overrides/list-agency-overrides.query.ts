import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors } from '@rujukan/http';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { findOverridesOf, type OverrideFilter, type OverrideOfCase } from '../../storage/override.store.js';

type Query = Omit<OverrideFilter, 'before'> & { readonly cursor?: string | undefined };

/** Exceptions of every open case that the agency answers for, newest first: so that none waits because nobody opened its case. */
@Injectable()
export class ListAgencyOverrides {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query) {
    const position = this.cursors.decode<{ before: string }>(query.cursor, query);
    const { actor } = context;
    return this.uow.read(context, async (tx, act) => {
      const filter = { ...query, before: position?.before, limit: query.limit + 1 };
      const found = await findOverridesOf(tx, actor.agencyId, filter);
      const shown = found.slice(0, query.limit);
      const items = shown.map((one) => toLine(one, actor.subject));
      act.trail
        .allowedBy('second-person-decides')
        .about(...shown.map(({ override }) => override.caseId))
        .listed(
          'basis-override',
          items.map(({ id }) => id),
        );
      return done(this.cursors.page(items, found.length > query.limit, ({ id }) => ({ before: id }), query));
    });
  }
}

const toLine = ({ override: { to, ...override }, caseNumber }: OverrideOfCase, reader: string) => ({
  ...override,
  caseNumber,
  toAgencyId: to,
  /** Nobody approves what they asked for themselves. */
  isMine: override.proposedBy === reader,
});
