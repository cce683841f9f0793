import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { compact } from '@rujukan/persistence';
import type { Late } from '../domain/breach.js';
import type { DataSubjectRequest } from '../domain/data-subject-request.js';

export interface RequestRow {
  readonly id: string;
  readonly agency_id: string;
  readonly case_id: string;
  readonly version: number;
  readonly status: DataSubjectRequest['status'];
  readonly kind: DataSubjectRequest['kind'];
  readonly requester: DataSubjectRequest['requester'];
  readonly guardian: DataSubjectRequest['guardian'];
  readonly identity_check: DataSubjectRequest['identityCheck'];
  readonly received_at: Date;
  readonly due_at: Date;
  readonly words: Buffer;
  readonly answer: NonNullable<DataSubjectRequest['answer']> | null;
  readonly refusal_reason: NonNullable<DataSubjectRequest['refusalReason']> | null;
  readonly answer_words: Buffer | null;
  readonly answered_at: Date | null;
  readonly late_reason: Late['code'] | null;
  readonly late_note: Buffer | null;
}

const table = 'data_subject_request';

export async function insertRequest(
  tx: EntityManager,
  sealer: Sealer,
  request: DataSubjectRequest,
  { by, words }: { readonly by: string; readonly words: string },
): Promise<void> {
  const sealed = await sealer.seal(tx, request.id, { table, column: 'words', rowId: request.id }, words);
  await tx.query(
    `insert into data_subject_request (id, agency_id, case_id, version, status, kind, requester, guardian, identity_check,
       received_at, due_at, recorded_by, words) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      request.id,
      request.agencyId,
      request.caseId,
      request.version,
      request.status,
      request.kind,
      request.requester,
      request.guardian,
      request.identityCheck,
      request.receivedAt,
      request.dueAt,
      by,
      sealed,
    ],
  );
}

/** The agency's own, kept from others until the transaction ends. */
export async function lockRequest(tx: EntityManager, id: string): Promise<DataSubjectRequest | undefined> {
  const [row] = await tx.query<RequestRow[]>('select * from data_subject_request where id = $1 for update', [
    id,
  ]);
  return row && toRequest(row);
}

export async function saveAnswer(
  tx: EntityManager,
  sealer: Sealer,
  request: DataSubjectRequest,
  { by, words, late }: { readonly by: string; readonly words: string; readonly late?: Late | undefined },
): Promise<void> {
  const texts = { answer_words: words, late_note: late?.text };
  const sealed = await sealer.sealRow(tx, request.id, { table, rowId: request.id }, texts);
  await tx.query(
    `update data_subject_request set version = $2, status = $3, answer = $4, refusal_reason = $5, answer_words = $6,
       answered_at = $7, answered_by = $8, late_reason = $9, late_note = $10 where id = $1`,
    [
      request.id,
      request.version,
      request.status,
      request.answer,
      request.refusalReason ?? null,
      sealed.answer_words,
      request.answeredAt,
      by,
      late?.code ?? null,
      sealed.late_note,
    ],
  );
}

/** What was asked and answered, in words. */
export async function openRequest(tx: EntityManager, sealer: Sealer, row: RequestRow) {
  const open = (column: string, blob: Buffer) =>
    sealer.open(tx, row.id, { table, column, rowId: row.id }, blob);
  return {
    words: await open('words', row.words),
    ...(row.answer_words === null ? {} : { answerWords: await open('answer_words', row.answer_words) }),
    ...(row.late_reason === null || row.late_note === null
      ? {}
      : { lateReason: { code: row.late_reason, text: await open('late_note', row.late_note) } }),
  };
}

export const toRequest = (row: RequestRow): DataSubjectRequest => ({
  id: row.id,
  agencyId: row.agency_id,
  caseId: row.case_id,
  version: row.version,
  status: row.status,
  kind: row.kind,
  requester: row.requester,
  guardian: row.guardian,
  identityCheck: row.identity_check,
  receivedAt: row.received_at,
  dueAt: row.due_at,
  ...compact({ answer: row.answer, refusalReason: row.refusal_reason, answeredAt: row.answered_at }),
});
