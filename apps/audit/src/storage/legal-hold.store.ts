import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { LegalHold } from '../domain/legal-hold.js';
import { compact } from '@rujukan/persistence';

export interface HoldRow {
  readonly id: string;
  readonly agency_id: string;
  readonly case_id: string;
  readonly version: number;
  readonly status: LegalHold['status'];
  readonly basis: LegalHold['basis'];
  readonly reason: Buffer;
  readonly placed_at: Date;
  readonly released_at: Date | null;
  readonly release_reason: Buffer | null;
}

const table = 'legal_hold';

/** Of whichever agency: a hold binds all of them. */
export async function isHeld(tx: EntityManager, caseId: string): Promise<boolean> {
  const [row] = await tx.query<{ held: boolean }[]>('select case_is_held($1) as held', [caseId]);
  return row!.held;
}

export async function insertHold(
  tx: EntityManager,
  sealer: Sealer,
  hold: LegalHold,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const sealed = await sealer.seal(tx, hold.id, { table, column: 'reason', rowId: hold.id }, reason);
  await tx.query(
    `insert into legal_hold (id, agency_id, case_id, version, status, basis, reason, placed_at, placed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[hold.id, hold.agencyId, hold.caseId, hold.version, hold.status],
      ...[hold.basis, sealed, hold.placedAt, by],
    ],
  );
}

/** The agency's own, kept from others until the transaction ends. */
export async function lockHold(tx: EntityManager, id: string): Promise<LegalHold | undefined> {
  const [row] = await tx.query<HoldRow[]>('select * from legal_hold where id = $1 for update', [id]);
  return row && toHold(row);
}

export async function saveReleased(
  tx: EntityManager,
  sealer: Sealer,
  hold: LegalHold,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const place = { table, column: 'release_reason', rowId: hold.id };
  await tx.query(
    `update legal_hold set version = $2, status = $3, released_at = $4, released_by = $5, release_reason = $6 where id = $1`,
    [hold.id, hold.version, hold.status, hold.releasedAt, by, await sealer.seal(tx, hold.id, place, reason)],
  );
}

/** Why it was placed and released, in words. */
export async function openHold(tx: EntityManager, sealer: Sealer, row: HoldRow) {
  const open = (column: string, blob: Buffer) =>
    sealer.open(tx, row.id, { table, column, rowId: row.id }, blob);
  return {
    reason: await open('reason', row.reason),
    ...(row.release_reason === null
      ? {}
      : { releaseReason: await open('release_reason', row.release_reason) }),
  };
}

export const toHold = (row: HoldRow): LegalHold => ({
  id: row.id,
  agencyId: row.agency_id,
  caseId: row.case_id,
  version: row.version,
  status: row.status,
  basis: row.basis,
  placedAt: row.placed_at,
  ...compact({ releasedAt: row.released_at }),
});
