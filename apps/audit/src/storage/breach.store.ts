import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import type { Breach, Late, Telling } from '../domain/breach.js';
import type { BreachWords } from '../domain/breach-notice.js';

export interface BreachRow {
  readonly id: string;
  readonly agency_id: string;
  readonly version: number;
  readonly status: Breach['status'];
  readonly cause: Breach['cause'];
  readonly known_at: Date;
  readonly happened_from: Date | null;
  readonly happened_to: Date | null;
  readonly data_classes: Breach['dataClasses'];
  readonly persons: number;
  readonly case_ids: string[];
  readonly agency_ids: string[];
  readonly due_at: Date;
  readonly recorded_at: Date;
  readonly description: Buffer;
  readonly handling: Buffer;
  readonly authority_told_at: Date | null;
  readonly is_public: boolean | null;
  readonly notices: Telling['notices'] | null;
  readonly notified_at: Date | null;
  readonly closed_at: Date | null;
  readonly lesson: Buffer | null;
  readonly late_reason: Late['code'] | null;
  readonly late_note: Buffer | null;
}

const table = 'breach';

export async function insertBreach(
  tx: EntityManager,
  sealer: Sealer,
  breach: Breach,
  { by, ...words }: BreachWords & { readonly by: string },
): Promise<void> {
  const sealed = await sealer.sealRow(tx, breach.id, { table, rowId: breach.id }, words);
  await tx.query(
    `insert into breach (id, agency_id, version, status, cause, known_at, happened_from, happened_to, data_classes, persons,
       case_ids, agency_ids, due_at, recorded_at, recorded_by, description, handling)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      breach.id,
      breach.agencyId,
      breach.version,
      breach.status,
      breach.cause,
      breach.knownAt,
      breach.happenedFrom ?? null,
      breach.happenedTo ?? null,
      breach.dataClasses,
      breach.persons,
      breach.caseIds,
      breach.agencyIds,
      breach.dueAt,
      breach.recordedAt,
      by,
      sealed.description,
      sealed.handling,
    ],
  );
}

export async function findBreachRow(tx: EntityManager, id: string): Promise<BreachRow | undefined> {
  const [row] = await tx.query<BreachRow[]>('select * from breach where id = $1', [id]);
  return row;
}

/** The agency's own, kept from others until the transaction ends. */
export async function lockBreach(tx: EntityManager, id: string): Promise<Breach | undefined> {
  const [row] = await tx.query<BreachRow[]>('select * from breach where id = $1 for update', [id]);
  return row && toBreach(row);
}

export async function saveNotified(
  tx: EntityManager,
  breach: Breach,
  { by, authorityToldAt, isPublic, notices }: Telling & { readonly by: string },
): Promise<void> {
  await tx.query(
    `update breach set version = $2, status = $3, notified_at = $4, notified_by = $5, authority_told_at = $6, is_public = $7,
       notices = $8 where id = $1`,
    [
      breach.id,
      breach.version,
      breach.status,
      breach.notifiedAt,
      by,
      authorityToldAt,
      isPublic,
      JSON.stringify(notices),
    ],
  );
}

export interface Closing {
  readonly by: string;
  readonly at: Date;
  readonly lesson: string;
  readonly late?: Late | undefined;
}

export async function saveClosed(
  tx: EntityManager,
  sealer: Sealer,
  breach: Breach,
  closing: Closing,
): Promise<void> {
  const { by, at, lesson, late } = closing;
  const words = { lesson, late_note: late?.text };
  const sealed = await sealer.sealRow(tx, breach.id, { table, rowId: breach.id }, words);
  await tx.query(
    `update breach set version = $2, status = $3, closed_at = $4, closed_by = $5, lesson = $6, late_reason = $7, late_note = $8
      where id = $1`,
    [breach.id, breach.version, breach.status, at, by, sealed.lesson, late?.code ?? null, sealed.late_note],
  );
}

/** Everything that was written about it in words. */
export async function openWords(tx: EntityManager, sealer: Sealer, row: BreachRow) {
  const open = (column: string, blob: Buffer) =>
    sealer.open(tx, row.id, { table, column, rowId: row.id }, blob);
  return {
    description: await open('description', row.description),
    handling: await open('handling', row.handling),
    ...(row.lesson === null ? {} : { lesson: await open('lesson', row.lesson) }),
    ...(row.late_reason === null || row.late_note === null
      ? {}
      : { lateReason: { code: row.late_reason, text: await open('late_note', row.late_note) } }),
  };
}

export const toBreach = (row: BreachRow): Breach => ({
  id: row.id,
  agencyId: row.agency_id,
  version: row.version,
  status: row.status,
  cause: row.cause,
  knownAt: row.known_at,
  dataClasses: row.data_classes,
  persons: row.persons,
  caseIds: row.case_ids,
  agencyIds: row.agency_ids,
  dueAt: row.due_at,
  recordedAt: row.recorded_at,
  ...compact({ happenedFrom: row.happened_from, happenedTo: row.happened_to, notifiedAt: row.notified_at }),
});
