import { MoreThan, type EntityManager } from 'typeorm';
import type { Agency, Service, Versioned } from '../domain/directory.js';
import { agencyId, serviceId, type AgencyId, type ServiceId } from '../domain/ids.js';
import { agencyRow, serviceRow, type AgencyRow, type ServiceRow } from './directory.row.js';

/** Found for a change, and locked until it is written. */
export async function lockAgency(tx: EntityManager, id: AgencyId): Promise<Versioned<Agency> | undefined> {
  const row = await tx.findOne(agencyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toAgency(row) : undefined;
}

export const agencyOfCode = async (tx: EntityManager, code: string): Promise<AgencyId | undefined> => {
  const row = await tx.findOneBy(agencyRow, { code });
  return row ? agencyId(row.id) : undefined;
};

export const isKnownAgency = (tx: EntityManager, id: AgencyId): Promise<boolean> =>
  tx.existsBy(agencyRow, { id });

export async function saveAgency(tx: EntityManager, agency: Versioned<Agency>): Promise<void> {
  await tx.upsert(
    agencyRow,
    {
      id: agency.id,
      code: agency.code,
      name: agency.name,
      type: agency.type,
      area_code: agency.areaCode ?? null,
      version: agency.version,
    },
    ['id'],
  );
}

/** In order of code. */
export async function findAgencies(
  tx: EntityManager,
  page: { readonly after?: string | undefined; readonly limit: number },
): Promise<Versioned<Agency>[]> {
  const rows = await tx.find(agencyRow, {
    where: page.after === undefined ? {} : { code: MoreThan(page.after) },
    order: { code: 'asc' },
    take: page.limit,
  });
  return rows.map(toAgency);
}

export async function lockService(tx: EntityManager, id: ServiceId): Promise<Versioned<Service> | undefined> {
  const row = await tx.findOne(serviceRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toService(row) : undefined;
}

export async function saveService(tx: EntityManager, service: Versioned<Service>): Promise<void> {
  const { capacity } = service;
  await tx.upsert(
    serviceRow,
    {
      id: service.id,
      agency_id: service.agencyId,
      type: service.type,
      name: service.name,
      capacity_status: capacity.status,
      capacity_available: capacity.available ?? null,
      capacity_maximum: capacity.maximum ?? null,
      version: service.version,
    },
    ['id'],
  );
}

export interface ServiceFilter {
  readonly type?: Service['type'] | undefined;
  readonly agencyId?: AgencyId | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** In order of id, which is stable. */
export async function findServices(tx: EntityManager, filter: ServiceFilter): Promise<Versioned<Service>[]> {
  const rows = await tx.find(serviceRow, {
    where: {
      ...(filter.type === undefined ? {} : { type: filter.type }),
      ...(filter.agencyId === undefined ? {} : { agency_id: filter.agencyId }),
      ...(filter.after === undefined ? {} : { id: MoreThan(filter.after) }),
    },
    order: { id: 'asc' },
    take: filter.limit,
  });
  return rows.map(toService);
}

const toAgency = (row: AgencyRow): Versioned<Agency> => ({
  id: agencyId(row.id),
  code: row.code,
  name: row.name,
  type: row.type,
  ...(row.area_code === null ? {} : { areaCode: row.area_code }),
  version: row.version,
});

const toService = (row: ServiceRow): Versioned<Service> => ({
  id: serviceId(row.id),
  agencyId: agencyId(row.agency_id),
  type: row.type,
  name: row.name,
  capacity: {
    status: row.capacity_status,
    ...(row.capacity_available === null ? {} : { available: row.capacity_available }),
    ...(row.capacity_maximum === null ? {} : { maximum: row.capacity_maximum }),
  },
  version: row.version,
});
