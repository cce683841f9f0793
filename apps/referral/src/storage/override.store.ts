import type { EntityManager } from 'typeorm';
import { agencyId, caseId, overrideId, type CaseId, type OverrideId } from '../domain/ids.js';
import type { Override } from '../domain/overrides/override.js';
import { basisOverrideRow, type BasisOverrideRow } from './consent.row.js';

export async function findOverrides(tx: EntityManager, id: CaseId): Promise<Override[]> {
  const rows = await tx.find(basisOverrideRow, { where: { case_id: id }, order: { id: 'desc' } });
  return rows.map(toOverride);
}

export interface OverrideFilter {
  readonly status?: Override['status'] | undefined;
  /** Only those before this one, newest first. */
  readonly before?: string | undefined;
  readonly limit: number;
}

/** An exception, and the case it is about as people call it. */
export interface OverrideOfCase {
  readonly override: Override;
  readonly caseNumber: string;
}

/** Those of every open case that the agency answers for now, whoever answered for it when they were asked for. */
export async function findOverridesOf(
  tx: EntityManager,
  agency: string | null,
  { status, before, limit }: OverrideFilter,
): Promise<OverrideOfCase[]> {
  const rows = await tx.query<(BasisOverrideRow & { case_number: string })[]>(
    `select basis_override.*, case_number from basis_override join case_custody using (case_id)
      where custodian_agency_id = $1 and closed_at is null
        and ($2::text is null or basis_override.status = $2) and ($3::uuid is null or basis_override.id < $3)
      order by basis_override.id desc limit $4`,
    [agency, status ?? null, before ?? null, limit],
  );
  return rows.map((row) => ({ override: toOverride(row), caseNumber: row.case_number }));
}

export async function findOverride(tx: EntityManager, id: OverrideId): Promise<Override | undefined> {
  const row = await tx.findOneBy(basisOverrideRow, { id });
  return row ? toOverride(row) : undefined;
}

export async function insertOverride(tx: EntityManager, override: Override): Promise<void> {
  await tx.insert(basisOverrideRow, {
    id: override.id,
    case_id: override.caseId,
    version: override.version,
    status: override.status,
    agency_id: override.agencyId,
    basis: override.basis,
    to_agency_id: override.to,
    service_type: override.serviceType,
    reason: override.reason,
    proposed_by: override.proposedBy,
    proposed_at: override.proposedAt,
  });
}

/** Writes what the second person decided. */
export async function saveDecision(tx: EntityManager, override: Override): Promise<void> {
  const { version, status, decidedBy, decidedAt } = override;
  const { affected } = await tx.update(
    basisOverrideRow,
    { id: override.id, version: version - 1 },
    { version, status, decided_by: decidedBy ?? null, decided_at: decidedAt ?? null },
  );
  if (affected !== 1) throw new Error(`exception ${override.id} was not at version ${version - 1}`);
}

/** It was for one handoff. */
export async function spendOverride(tx: EntityManager, id: OverrideId): Promise<void> {
  await tx.update(basisOverrideRow, { id }, { version: () => 'version + 1', status: 'used' });
}

export const toOverride = (row: BasisOverrideRow): Override => ({
  id: overrideId(row.id),
  caseId: caseId(row.case_id),
  version: row.version,
  status: row.status,
  agencyId: agencyId(row.agency_id),
  basis: row.basis,
  to: agencyId(row.to_agency_id),
  serviceType: row.service_type,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
  ...(row.decided_by === null ? {} : { decidedBy: row.decided_by }),
  ...(row.decided_at === null ? {} : { decidedAt: row.decided_at }),
});
