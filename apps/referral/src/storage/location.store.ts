import { In, MoreThan, type EntityManager } from 'typeorm';
import type { Location, Versioned } from '../domain/directory/directory.js';
import {
  agencyId,
  locationId,
  serviceId,
  type AgencyId,
  type LocationId,
  type ServiceId,
} from '../domain/ids.js';
import { locationRow, serviceRow, type LocationRow } from './directory.row.js';

/** Found for a change; another agency's confidential one is not found. */
export async function lockLocation(
  tx: EntityManager,
  id: LocationId,
): Promise<Versioned<Location> | undefined> {
  const row = await tx.findOne(locationRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toLocation(row) : undefined;
}

export const areServicesOf = async (
  tx: EntityManager,
  agency: AgencyId,
  ids: readonly ServiceId[],
): Promise<boolean> => (await tx.countBy(serviceRow, { id: In([...ids]), agency_id: agency })) === ids.length;

/** @returns false when the id is another agency's, whose row cannot be seen here. */
export async function addLocation(tx: EntityManager, location: Versioned<Location>): Promise<boolean> {
  const added = await tx.query<object[]>(
    `insert into location select * from jsonb_populate_record(null::location, $1)
     on conflict (id) do nothing returning id`,
    [toRow(location)],
  );
  return added.length === 1;
}

export const saveLocation = async (tx: EntityManager, location: Versioned<Location>): Promise<void> => {
  await tx.update(locationRow, { id: location.id }, toRow(location));
};

/** Those that the caller may see, in order of id. */
export async function findLocations(
  tx: EntityManager,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<Versioned<Location>[]> {
  const rows = await tx.find(locationRow, {
    where: page.after === undefined ? {} : { id: MoreThan(page.after) },
    order: { id: 'asc' },
    take: page.limit,
  });
  return rows.map(toLocation);
}

export const toLocation = (row: LocationRow): Versioned<Location> => ({
  id: locationId(row.id),
  agencyId: agencyId(row.agency_id),
  name: row.name,
  address: row.address,
  areaCode: row.area_code,
  isConfidential: row.is_confidential,
  serviceIds: row.service_ids.map(serviceId),
  version: row.version,
});

const toRow = (location: Versioned<Location>): LocationRow => ({
  id: location.id,
  agency_id: location.agencyId,
  name: location.name,
  address: location.address,
  area_code: location.areaCode,
  is_confidential: location.isConfidential,
  service_ids: [...location.serviceIds],
  version: location.version,
});
