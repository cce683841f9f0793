import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Feedback } from '../domain/handoffs/feedback.js';
import type { Terms } from '../domain/handoffs/handoff.js';
import { agencyId, handoffId } from '../domain/ids.js';
import { feedbackRow, type FeedbackRow } from './feedback.row.js';

type Owner = Pick<Terms, 'id' | 'caseId'>;

export async function insertFeedback(
  tx: EntityManager,
  sealer: Sealer,
  { caseId }: Owner,
  { note, ...feedback }: Feedback & { readonly note?: string },
): Promise<void> {
  const sealed = note === undefined ? null : await sealer.seal(tx, caseId, place(feedback.id), note);
  await tx.insert(feedbackRow, {
    id: feedback.id,
    handoff_id: feedback.handoffId,
    agency_id: feedback.by,
    at: feedback.at,
    progress: feedback.progress,
    note: sealed,
  });
}

/** Newest first; what was written besides only where the caller may read it. */
export async function findFeedback(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId }: Owner,
  mayReadNotes: boolean,
): Promise<(Feedback & { readonly note?: string })[]> {
  const rows = await tx.find(feedbackRow, {
    where: { handoff_id: id },
    order: { at: 'desc', id: 'desc' },
    take: 100,
  });
  const noteOf = async ({ id: own, note }: FeedbackRow): Promise<{ note?: string }> =>
    note === null || !mayReadNotes ? {} : { note: await sealer.open(tx, caseId, place(own), note) };
  const found: (Feedback & { readonly note?: string })[] = [];
  for (const row of rows) found.push({ ...toFeedback(row), ...(await noteOf(row)) });
  return found;
}

const place = (rowId: string) => ({ table: 'handoff_feedback', column: 'note', rowId });

const toFeedback = (row: FeedbackRow): Feedback => ({
  id: row.id,
  handoffId: handoffId(row.handoff_id),
  by: agencyId(row.agency_id),
  at: row.at,
  progress: row.progress,
});
