import type { EntityManager } from 'typeorm';
import { caseId, handoffId, type CaseId, type HandoffId } from '../domain/ids.js';

export interface PurgedPreview {
  readonly id: HandoffId;
  readonly caseId: CaseId;
  readonly version: number;
}

/** Deletes the envelope of one handoff that ended without acceptance. @returns undefined when none is left. */
export async function purgePreview(tx: EntityManager, at: Date): Promise<PurgedPreview | undefined> {
  const [row] = await tx.query<{ id: string; case_id: string; version: number }[]>(
    `with over as (
       select id, case_id, version from handoff
        where ended_at is not null and accepted_at is null and preview_purged_at is null
        order by id limit 1 for update skip locked
     ), gone as (
       delete from handoff_envelope using over where handoff_id = over.id
     ), marked as (
       update handoff set preview_purged_at = $1 from over where handoff.id = over.id
     )
     select id, case_id, version from over`,
    [at],
  );
  return row && { id: handoffId(row.id), caseId: caseId(row.case_id), version: row.version };
}
