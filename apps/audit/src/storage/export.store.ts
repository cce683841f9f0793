import type { Criteria } from '../domain/criteria.js';
import type { Export, ExportStatus } from '../domain/export.js';
import type { Queries } from './tree.store.js';

export interface ExportRow {
  readonly id: string;
  readonly status: ExportStatus;
  readonly requested_by: string;
  readonly requested_at: Date;
  readonly reason: string;
  readonly criteria: Omit<Criteria, 'from' | 'to'> & { readonly from?: string; readonly to?: string };
  readonly before_seq: string;
  readonly entries: number;
  readonly entries_done: number;
  readonly approved_by: string | null;
  readonly manifest: string | null;
  readonly purge_at: Date | null;
}

export async function insertExport(tx: Queries, asked: Export): Promise<void> {
  await tx.query(
    `insert into audit_export (id, status, requested_by, requested_at, reason, criteria, before_seq, entries)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      asked.id,
      asked.status,
      asked.requestedBy,
      asked.requestedAt,
      asked.reason,
      JSON.stringify(asked.criteria),
      asked.before,
      asked.entries,
    ],
  );
}

export async function findExport(tx: Queries, id: string): Promise<Export | undefined> {
  const [row] = await tx.query<ExportRow[]>('select * from audit_export where id = $1', [id]);
  return row && toExport(row);
}

/** Kept from others until the transaction ends. */
export async function lockExport(tx: Queries, id: string): Promise<Export | undefined> {
  const [row] = await tx.query<ExportRow[]>('select * from audit_export where id = $1 for update', [id]);
  return row && toExport(row);
}

export async function saveApproved(tx: Queries, id: string, by: string, at: Date): Promise<void> {
  await tx.query(
    `update audit_export set status = 'requested', approved_by = $2, approved_at = $3 where id = $1`,
    [id, by, at],
  );
}

/** Whether this worker is the one that makes packages until the transaction ends. */
export async function takeBench(tx: Queries): Promise<boolean> {
  const [row] = await tx.query<{ mine: boolean }[]>(
    `select pg_try_advisory_xact_lock(hashtext('audit export')) as mine`,
  );
  return row!.mine;
}

/** The one that has waited longest in that state. */
export async function nextExport(tx: Queries, status: 'requested' | 'made'): Promise<Export | undefined> {
  const [row] = await tx.query<ExportRow[]>(
    'select * from audit_export where status = $1 order by requested_at limit 1',
    [status],
  );
  return row && toExport(row);
}

/** Said while it is being made, for whoever waits. */
export async function saveDone(database: Queries, id: string, entriesDone: number): Promise<void> {
  await database.query('update audit_export set entries_done = $2 where id = $1', [id, entriesDone]);
}

export async function saveMade(tx: Queries, id: string, manifest: string): Promise<void> {
  await tx.query(
    `update audit_export set status = 'made', manifest = $2, entries_done = entries where id = $1`,
    [id, manifest],
  );
}

export async function saveReady(tx: Queries, id: string, at: Date, purgeAt: Date): Promise<void> {
  await tx.query(`update audit_export set status = 'ready', ready_at = $2, purge_at = $3 where id = $1`, [
    id,
    at,
    purgeAt,
  ]);
}

/** Deletes the files that have lain long enough. @returns whose. */
export async function purgeFiles(tx: Queries, now: Date): Promise<string[]> {
  const [due] = await tx.query<[{ id: string }[], number]>(
    `update audit_export set status = 'purged' where status = 'ready' and purge_at <= $1 returning id`,
    [now],
  );
  const ids = due.map(({ id }) => id);
  if (ids.length > 0) await tx.query('delete from audit_export_part where export_id = any($1)', [ids]);
  return ids;
}

export function toExport(row: ExportRow): Export {
  const { from, to, ...criteria } = row.criteria;
  return {
    id: row.id,
    status: row.status,
    requestedBy: row.requested_by,
    requestedAt: row.requested_at,
    reason: row.reason,
    criteria: {
      ...criteria,
      ...(from === undefined ? {} : { from: new Date(from) }),
      ...(to === undefined ? {} : { to: new Date(to) }),
    },
    before: Number(row.before_seq),
    entries: row.entries,
    entriesDone: row.entries_done,
    approvedBy: row.approved_by,
    manifest: row.manifest,
    purgeAt: row.purge_at,
  };
}
