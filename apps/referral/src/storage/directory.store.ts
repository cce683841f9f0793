import { MoreThan, type EntityManager } from 'typeorm';
import type { Capacity } from '../domain/directory/capacity.js';
import type { Agency, KnownService, Versioned } from '../domain/directory/directory.js';
import type { Eligibility } from '../domain/directory/eligibility.js';
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

/** True when each of them is in the directory. */
export async function areAgencies(tx: EntityManager, ids: readonly AgencyId[]): Promise<boolean> {
  const [row] = await tx.query<{ known: number }[]>(
    'select count(*)::int as known from agency where id = any($1::uuid[])',
    [ids],
  );
  return row?.known === new Set(ids).size;
}

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

export async function lockService(tx: EntityManager, id: ServiceId): Promise<KnownService | undefined> {
  const row = await tx.findOne(serviceRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return row ? toService(row) : undefined;
}

export async function saveService(tx: EntityManager, service: KnownService): Promise<void> {
  const { capacity, eligibility } = service;
  await tx.upsert(
    serviceRow,
    {
      id: service.id,
      agency_id: service.agencyId,
      type: service.type,
      name: service.name,
      status: service.status,
      min_age: eligibility.minAge ?? null,
      max_age: eligibility.maxAge ?? null,
      sex: [...eligibility.sex],
      areas: [...eligibility.areas],
      languages: [...eligibility.languages],
      disability_access: eligibility.disabilityAccess ?? null,
      opening_hours: [...service.openingHours],
      capacity_status: capacity.status,
      capacity_available: capacity.available ?? null,
      capacity_maximum: capacity.maximum ?? null,
      capacity_unit: capacity.unit ?? null,
      capacity_next_available: capacity.nextAvailable ?? null,
      capacity_confirmed_at: capacity.confirmedAt ?? null,
      version: service.version,
    },
    ['id'],
  );
}

export interface ServiceFilter {
  readonly type?: KnownService['type'] | undefined;
  readonly agencyId?: AgencyId | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** In order of id, which is stable. */
export async function findServices(tx: EntityManager, filter: ServiceFilter): Promise<KnownService[]> {
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

export const toAgency = (row: AgencyRow): Versioned<Agency> => ({
  id: agencyId(row.id),
  code: row.code,
  name: row.name,
  type: row.type,
  ...(row.area_code === null ? {} : { areaCode: row.area_code }),
  version: row.version,
});

export const toService = (row: ServiceRow): KnownService => ({
  id: serviceId(row.id),
  agencyId: agencyId(row.agency_id),
  type: row.type,
  name: row.name,
  status: row.status,
  eligibility: toEligibility(row),
  openingHours: row.opening_hours,
  capacity: toCapacity(row),
  version: row.version,
});

const toEligibility = ({ min_age, max_age, disability_access, ...row }: ServiceRow): Eligibility => ({
  ...(min_age === null ? {} : { minAge: min_age }),
  ...(max_age === null ? {} : { maxAge: max_age }),
  sex: row.sex,
  areas: row.areas,
  languages: row.languages,
  ...(disability_access === null ? {} : { disabilityAccess: disability_access }),
});

const toCapacity = (row: ServiceRow): Capacity => ({
  status: row.capacity_status,
  ...(row.capacity_available === null ? {} : { available: row.capacity_available }),
  ...(row.capacity_maximum === null ? {} : { maximum: row.capacity_maximum }),
  ...(row.capacity_unit === null ? {} : { unit: row.capacity_unit }),
  ...(row.capacity_next_available === null ? {} : { nextAvailable: row.capacity_next_available }),
  ...(row.capacity_confirmed_at === null ? {} : { confirmedAt: row.capacity_confirmed_at }),
});
