import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { UnitOfWork } from '@rujukan/persistence';
import type { Agency, Versioned } from '../../domain/directory/directory.js';
import { findAgencies } from '../../storage/directory.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

@Injectable()
export class ListAgencies {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query): Promise<Page<Versioned<Agency>>> {
    const position = this.cursors.decode<{ after: string }>(query.cursor, query);
    return this.uow.readPublic(context, async (tx) => {
      const found = await findAgencies(tx, { after: position?.after, limit: query.limit + 1 });
      const items = found.slice(0, query.limit);
      return this.cursors.page(items, found.length > query.limit, ({ code }) => ({ after: code }), query);
    });
  }
}
