import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { asKnown } from '../../domain/directory/capacity.js';
import {
  serviceTypeOf,
  taxonomies,
  taxonomyTerms,
  toHsdsService,
  toOrganization,
  toServiceAtLocation,
  type HsdsOrganization,
  type HsdsService,
  type HsdsServiceAtLocation,
} from '../../domain/directory/hsds.js';
import { countAgencies, countServices, findLocated } from '../../storage/hsds.finder.js';
import type { Counted, OfferedService, Part } from '../../storage/hsds.finder.js';

/** The page of HSDS: counted, unlike the lists of this API, since all of it is public. */
export interface HsdsPage<T> {
  readonly total_items: number;
  readonly total_pages: number;
  readonly page_number: number;
  readonly size: number;
  readonly first_page: boolean;
  readonly last_page: boolean;
  readonly empty: boolean;
  readonly contents: readonly T[];
}

export interface PageOf {
  readonly page: number;
  readonly per_page: number;
}

export interface ServiceFilter {
  readonly organization_id?: string | undefined;
  readonly taxonomy_term_id?: string | undefined;
}

/** The directory for integrators who read HSDS 3.0. No confidential place is in it, whoever asks. */
@Injectable()
export class ReadHsds {
  constructor(private readonly uow: UnitOfWork) {}

  organizations(context: RequestContext, asked: PageOf): Promise<HsdsPage<HsdsOrganization>> {
    return this.uow.readPublic(context, async (tx) => {
      const { total, items } = await countAgencies(tx, partOf(asked));
      return pageOf(asked, { total, items: items.map(toOrganization) });
    });
  }

  organization(context: RequestContext, id: string): Promise<Outcome<HsdsOrganization, 'not-found'>> {
    return this.uow.readPublic(context, async (tx) =>
      firstOf((await countAgencies(tx, one, id)).items.map(toOrganization)),
    );
  }

  services(context: RequestContext, asked: PageOf & ServiceFilter): Promise<HsdsPage<HsdsService>> {
    return this.uow.readPublic(context, async (tx) => {
      const question = questionOf(asked);
      if (question === undefined) return pageOf(asked, { total: 0, items: [] });
      const { total, items } = await countServices(tx, partOf(asked), question);
      return pageOf(asked, { total, items: items.map((offered) => shown(offered, context.now)) });
    });
  }

  service(
    context: RequestContext,
    id: string,
  ): Promise<Outcome<HsdsService & { service_at_locations: readonly object[] }, 'not-found'>> {
    return this.uow.readPublic(context, async (tx) => {
      const { items } = await countServices(tx, one, { id });
      const located = await this.located(tx, context, { id });
      const places = located.map(({ service: _, ...place }) => place);
      return firstOf(
        items.map((offered) => ({ ...shown(offered, context.now), service_at_locations: places })),
      );
    });
  }

  serviceAtLocations(
    context: RequestContext,
    asked: PageOf & ServiceFilter,
  ): Promise<HsdsPage<HsdsServiceAtLocation>> {
    return this.uow.readPublic(context, async (tx) => {
      const question = questionOf(asked);
      const all = question === undefined ? [] : await this.located(tx, context, question);
      return pageOf(asked, listed(all, asked));
    });
  }

  serviceAtLocation(
    context: RequestContext,
    id: string,
  ): Promise<Outcome<HsdsServiceAtLocation, 'not-found'>> {
    return this.uow.readPublic(context, async (tx) =>
      firstOf((await this.located(tx, context, {})).filter((place) => place.id === id)),
    );
  }

  taxonomies(asked: PageOf): HsdsPage<(typeof taxonomies)[number]> {
    return pageOf(asked, listed(taxonomies, asked));
  }

  taxonomyTerms(asked: PageOf): HsdsPage<(typeof taxonomyTerms)[number]> {
    return pageOf(asked, listed(taxonomyTerms, asked));
  }

  private async located(
    tx: Parameters<typeof findLocated>[0],
    { now }: RequestContext,
    question: Parameters<typeof findLocated>[1],
  ): Promise<HsdsServiceAtLocation[]> {
    const found = await findLocated(tx, question);
    return found.map(({ service, agency, location }) =>
      toServiceAtLocation(asKnownAt(service, now), agency, location),
    );
  }
}

const one: Part = { skip: 0, take: 1 };

const partOf = ({ page, per_page }: PageOf): Part => ({ skip: (page - 1) * per_page, take: per_page });

const listed = <T>(all: readonly T[], asked: PageOf): Counted<T> => {
  const { skip, take } = partOf(asked);
  return { total: all.length, items: all.slice(skip, skip + take) };
};

function pageOf<T>({ page, per_page }: PageOf, { total, items }: Counted<T>): HsdsPage<T> {
  const pages = Math.max(1, Math.ceil(total / per_page));
  return {
    total_items: total,
    total_pages: pages,
    page_number: page,
    size: items.length,
    first_page: page === 1,
    last_page: page >= pages,
    empty: items.length === 0,
    contents: items,
  };
}

const firstOf = <T>([first]: readonly T[]): Outcome<T, 'not-found'> =>
  first === undefined ? refuse('not-found') : done(first);

/** Undefined where the term asked for is no kind of service: nothing is found under it. */
function questionOf({ organization_id, taxonomy_term_id }: ServiceFilter) {
  if (taxonomy_term_id === undefined) return { agencyId: organization_id };
  const type = serviceTypeOf(taxonomy_term_id);
  return type === undefined ? undefined : { agencyId: organization_id, type };
}

const asKnownAt = (service: OfferedService['service'], now: Date): OfferedService['service'] => ({
  ...service,
  capacity: asKnown(service.capacity, service.type, now),
});

const shown = ({ service, agency }: OfferedService, now: Date): HsdsService =>
  toHsdsService(asKnownAt(service, now), agency);
