import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { done, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { Location, Versioned } from '../../domain/directory/directory.js';
import { findLocations } from '../../storage/location.store.js';

interface Query {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Where services are given, the agency's own confidential places included; recorded, since an address can be one. */
@Injectable()
export class ListLocations {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query): Promise<Outcome<Page<Versioned<Location>>, never>> {
    const position = this.cursors.decode<{ after: string }>(query.cursor, query);
    return this.uow.read(context, async (tx, act) => {
      const found = await findLocations(tx, { after: position?.after, limit: query.limit + 1 });
      const items = found.slice(0, query.limit);
      act.trail.allowedBy('own-or-open-location').listed(
        'location',
        items.map(({ id }) => id),
      );
      return done(this.cursors.page(items, found.length > query.limit, ({ id }) => ({ after: id }), query));
    });
  }
}
