import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Destroyed, DoneErasure, Erasure, Signatory } from '../domain/erasure.js';
import { compact } from '@rujukan/persistence';

export interface ErasureRow {
  readonly id: string;
  readonly agency_id: string;
  readonly case_id: string;
  readonly version: number;
  readonly status: Erasure['status'];
  readonly basis: Erasure['basis'];
  readonly reason: Buffer;
  readonly requested_at: Date;
  readonly requested_by: string;
  readonly requested_roles: string[];
  readonly approved_at: Date | null;
  readonly approved_by: string | null;
  readonly approved_roles: string[] | null;
  readonly details: number | null;
  readonly first_seq: string | null;
  readonly last_seq: string | null;
  readonly digest: Buffer | null;
}

const table = 'erasure';

export async function insertErasure(
  tx: EntityManager,
  sealer: Sealer,
  erasure: Erasure,
  reason: string,
): Promise<void> {
  const { id, agencyId, caseId, version, status, basis, requested } = erasure;
  const sealed = await sealer.seal(tx, id, { table, column: 'reason', rowId: id }, reason);
  await tx.query(
    `insert into erasure (id, agency_id, case_id, version, status, basis, reason, requested_at, requested_by, requested_roles)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, agencyId, caseId, version, status, basis, sealed],
      ...[requested.at, requested.subject, requested.roles],
    ],
  );
}

export async function findErasureRow(tx: EntityManager, id: string): Promise<ErasureRow | undefined> {
  const [row] = await tx.query<ErasureRow[]>('select * from erasure where id = $1', [id]);
  return row;
}

/** The agency's own, kept from others until the transaction ends. */
export async function lockErasure(tx: EntityManager, id: string): Promise<Erasure | undefined> {
  const [row] = await tx.query<ErasureRow[]>('select * from erasure where id = $1 for update', [id]);
  return row && toErasure(row);
}

/** Deletes the details and destroys their key. The database looks again whether it may. */
export async function eraseDetails(tx: EntityManager, id: string): Promise<Destroyed> {
  const [row] = await tx.query<
    { details: number; first_seq: string | null; last_seq: string | null; digest: Buffer }[]
  >('select * from erase_details($1)', [id]);
  const { details, digest, ...range } = row!;
  return { details, digest, ...rangeOf(range) };
}

export async function saveDone(
  tx: EntityManager,
  { id, version, status, approved, destroyed }: DoneErasure,
): Promise<void> {
  const { details, firstSeq, lastSeq, digest } = destroyed;
  await tx.query(
    `update erasure set version = $2, status = $3, approved_at = $4, approved_by = $5, approved_roles = $6, details = $7,
       first_seq = $8, last_seq = $9, digest = $10 where id = $1`,
    [
      ...[id, version, status, approved.at, approved.subject, approved.roles],
      ...[details, firstSeq ?? null, lastSeq ?? null, digest],
    ],
  );
}

export const openReason = (tx: EntityManager, sealer: Sealer, { id, reason }: ErasureRow): Promise<string> =>
  sealer.open(tx, id, { table, column: 'reason', rowId: id }, reason);

/** Whether the agency said yes to the person who asked to be forgotten, or who took a consent back. */
export async function isGranted(tx: EntityManager, agencyId: string, caseId: string): Promise<boolean> {
  const rows = await tx.query<object[]>(
    `select from data_subject_request where agency_id = $1 and case_id = $2 and kind in ('erasure', 'withdrawal')
       and answer in ('granted', 'partly') limit 1`,
    [agencyId, caseId],
  );
  return rows.length > 0;
}

export function toErasure(row: ErasureRow): Erasure {
  return {
    id: row.id,
    agencyId: row.agency_id,
    caseId: row.case_id,
    version: row.version,
    status: row.status,
    basis: row.basis,
    requested: { subject: row.requested_by, roles: row.requested_roles, at: row.requested_at },
  };
}

/** Undefined as long as nobody has approved. */
export function toDone(row: ErasureRow): DoneErasure | undefined {
  const { approved_by: subject, approved_roles: roles, approved_at: at, details, digest } = row;
  if (subject === null || roles === null || at === null || details === null || digest === null)
    return undefined;
  const approved: Signatory = { subject, roles, at };
  const destroyed: Destroyed = { details, digest, ...rangeOf(row) };
  return { ...toErasure(row), status: 'done', approved, destroyed };
}

const rangeOf = ({ first_seq, last_seq }: Pick<ErasureRow, 'first_seq' | 'last_seq'>) =>
  compact({
    firstSeq: first_seq === null ? null : Number(first_seq),
    lastSeq: last_seq === null ? null : Number(last_seq),
  });
