import type { EntityManager } from 'typeorm';
import type { AgencyId } from '../domain/ids.js';

export interface KnownAgency {
  readonly id: AgencyId;
  /** Code of `agency-type`; may be newer than the list here. */
  readonly type: string;
  /** Of its entry in the directory. */
  readonly version: number;
}

/** @returns false when this version, or a later one, was known already. */
export async function rememberAgency(tx: EntityManager, agency: KnownAgency): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `insert into known_agency (agency_id, agency_type, version) values ($1, $2, $3)
     on conflict (agency_id) do update set agency_type = excluded.agency_type, version = excluded.version
       where known_agency.version < excluded.version
     returning agency_id`,
    [agency.id, agency.type, agency.version],
  );
  return rows.length > 0;
}

export async function isKnownAgency(tx: EntityManager, id: AgencyId): Promise<boolean> {
  const types = await typesOfAgencies(tx, [id]);
  return types.length > 0;
}

/** Types of those among the agencies that are known. */
export async function typesOfAgencies(tx: EntityManager, ids: readonly AgencyId[]): Promise<string[]> {
  const rows = await tx.query<{ type: string }[]>(
    'select agency_type as type from known_agency where agency_id = any($1)',
    [ids],
  );
  return rows.map((row) => row.type);
}
