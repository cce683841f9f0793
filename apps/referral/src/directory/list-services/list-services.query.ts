import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Cursors, type Page } from '@rujukan/http';
import { UnitOfWork } from '@rujukan/persistence';
import { asKnown } from '../../domain/directory/capacity.js';
import type { KnownService } from '../../domain/directory/directory.js';
import { findServices, type ServiceFilter } from '../../storage/directory.store.js';

type Query = Omit<ServiceFilter, 'after'> & { readonly cursor?: string | undefined };

@Injectable()
export class ListServices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly cursors: Cursors,
  ) {}

  execute(context: RequestContext, query: Query): Promise<Page<KnownService>> {
    const position = this.cursors.decode<{ after: string }>(query.cursor, query);
    return this.uow.readPublic(context, async (tx) => {
      const found = await findServices(tx, { ...query, after: position?.after, limit: query.limit + 1 });
      const items = found.slice(0, query.limit).map(known(context.now));
      return this.cursors.page(items, found.length > query.limit, ({ id }) => ({ after: id }), query);
    });
  }
}

const known =
  (now: Date) =>
  (service: KnownService): KnownService => ({
    ...service,
    capacity: asKnown(service.capacity, service.type, now),
  });
