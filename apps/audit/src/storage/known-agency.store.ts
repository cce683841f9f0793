import type { EntityManager } from 'typeorm';
import type { Agencies, Agency } from '../domain/words/agency-words.js';

/** @returns false when this version, or a later one, was known already. */
export async function rememberAgency(
  tx: EntityManager,
  agency: Agency & { readonly id: string; readonly version: number },
): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `insert into known_agency as known (agency_id, agency_code, agency_type, version) values ($1, $2, $3, $4)
     on conflict (agency_id) do update set
       agency_code = excluded.agency_code, agency_type = excluded.agency_type, version = excluded.version
       where known.version < excluded.version
     returning agency_id`,
    [agency.id, agency.code, agency.type, agency.version],
  );
  return rows.length > 0;
}

/** All of them: a province has dozens. */
export async function findAgencies(tx: EntityManager): Promise<Agencies> {
  const rows = await tx.query<(Agency & { readonly id: string })[]>(
    'select agency_id as id, agency_code as code, agency_type as type from known_agency',
  );
  return new Map(rows.map(({ id, code, type }) => [id, { code, type }]));
}
