import { ArrayContains, In, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Agency, KnownService, Location, Versioned } from '../domain/directory/directory.js';
import { agencyRow, locationRow, serviceRow, type ServiceRow } from './directory.row.js';
import { toAgency, toService } from './directory.store.js';
import { toLocation } from './location.store.js';

export interface Part {
  readonly skip: number;
  readonly take: number;
}

export interface Counted<T> {
  readonly total: number;
  readonly items: readonly T[];
}

export interface ServiceQuestion {
  readonly id?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly type?: KnownService['type'] | undefined;
}

export interface OfferedService {
  readonly service: KnownService;
  readonly agency: Agency;
}

export interface LocatedService extends OfferedService {
  readonly location: Location;
}

export async function countAgencies(
  tx: EntityManager,
  part: Part,
  id?: string,
): Promise<Counted<Versioned<Agency>>> {
  const where = id === undefined ? {} : { id };
  const [rows, total] = await tx.findAndCount(agencyRow, { where, order: { code: 'asc' }, ...part });
  return { total, items: rows.map(toAgency) };
}

export async function countServices(
  tx: EntityManager,
  part: Part,
  question: ServiceQuestion,
): Promise<Counted<OfferedService>> {
  const [rows, total] = await tx.findAndCount(serviceRow, {
    where: whereOf(question),
    order: { id: 'asc' },
    ...part,
  });
  return { total, items: await withAgency(tx, rows) };
}

/** Places that may be known, each with the services given there: not even its own agency gets a confidential one here. */
export async function findLocated(
  tx: EntityManager,
  question: ServiceQuestion,
): Promise<readonly LocatedService[]> {
  const offered = await withAgency(
    tx,
    await tx.find(serviceRow, { where: whereOf(question), order: { id: 'asc' } }),
  );
  const ids = offered.map(({ service }) => service.id);
  if (ids.length === 0) return [];
  const places = await tx.find(locationRow, {
    where: { is_confidential: false, ...(ids.length === 1 ? { service_ids: ArrayContains(ids) } : {}) },
    order: { id: 'asc' },
  });
  return offered.flatMap((one) =>
    places
      .filter((place) => place.service_ids.includes(one.service.id))
      .map((place) => ({ ...one, location: toLocation(place) })),
  );
}

const whereOf = ({ id, agencyId, type }: ServiceQuestion): FindOptionsWhere<ServiceRow> => ({
  ...(id === undefined ? {} : { id }),
  ...(agencyId === undefined ? {} : { agency_id: agencyId }),
  ...(type === undefined ? {} : { type }),
});

async function withAgency(tx: EntityManager, rows: readonly ServiceRow[]): Promise<OfferedService[]> {
  const agencies = await tx.findBy(agencyRow, { id: In(rows.map((row) => row.agency_id)) });
  return rows.map((row) => ({
    service: toService(row),
    agency: toAgency(agencies.find(({ id }) => id === row.agency_id)!),
  }));
}
