import type { EntityManager } from 'typeorm';
import type { Handoff, RejectionReason } from '../domain/handoffs/handoff.js';
import { agencyId, caseId, handoffId, type AgencyId, type CaseId, type HandoffId } from '../domain/ids.js';
import type { RollbackProposal } from '../domain/custody/rollback.js';

interface Row {
  proposed_by: string;
  proposed_at: Date;
  reason: RejectionReason;
  signed_by: string | null;
  signed_at: Date | null;
}

export interface Signature {
  readonly by: AgencyId;
  readonly at: Date;
  readonly reason: RejectionReason;
}

/**
 * Puts the first signature down, if there is none: from then on both agencies may look at the custody of the case.
 *
 * @returns the proposal that stands, and whether it is this signature; undefined when it was signed by both before.
 */
export async function openRollback(
  tx: EntityManager,
  { terms }: Handoff,
  { by, at, reason }: Signature,
): Promise<(RollbackProposal & { readonly isNew: boolean }) | undefined> {
  const placed = await tx.query<object[]>(
    `insert into custody_rollback (handoff_id, case_id, from_agency_id, to_agency_id, reason, proposed_by, proposed_at)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
     returning handoff_id`,
    [terms.id, terms.caseId, terms.from, terms.to, reason, by, at],
  );
  const proposal = await findRollback(tx, terms.id);
  return proposal?.signed ? undefined : proposal && { ...proposal, isNew: placed.length === 1 };
}

/** Who signed that the case goes back: one agency, or both. */
export async function findRollback(tx: EntityManager, id: HandoffId): Promise<RollbackProposal | undefined> {
  const [row] = await tx.query<Row[]>(
    'select proposed_by, proposed_at, reason, signed_by, signed_at from custody_rollback where handoff_id = $1',
    [id],
  );
  if (!row) return undefined;
  const { proposed_by, proposed_at, reason, signed_by, signed_at } = row;
  return {
    proposedBy: agencyId(proposed_by),
    proposedAt: proposed_at,
    reason,
    ...(signed_by && signed_at ? { signed: { by: agencyId(signed_by), at: signed_at } } : {}),
  };
}

/** Proposals of transfers that were accepted before `acceptedBefore` and wait for a signature that comes too late. */
export async function lapseRollbacks(
  tx: EntityManager,
  { acceptedBefore, now }: { readonly acceptedBefore: Date; readonly now: Date },
  limit: number,
): Promise<readonly { readonly transfer: HandoffId; readonly caseId: CaseId }[]> {
  const [rows] = await tx.query<[{ handoff_id: string; case_id: string }[], number]>(
    `update custody_rollback set lapsed_at = $2 where handoff_id in (
       select custody_rollback.handoff_id from custody_rollback join handoff on handoff.id = handoff_id
        where signed_at is null and lapsed_at is null and accepted_at < $1
        limit $3 for update of custody_rollback skip locked)
     returning handoff_id, case_id`,
    [acceptedBefore, now, limit],
  );
  return rows.map((row) => ({ transfer: handoffId(row.handoff_id), caseId: caseId(row.case_id) }));
}

/** The second signature. */
export async function closeRollback(
  tx: EntityManager,
  id: HandoffId,
  { by, at }: Pick<Signature, 'by' | 'at'>,
): Promise<void> {
  await tx.query('update custody_rollback set signed_by = $2, signed_at = $3 where handoff_id = $1', [
    id,
    by,
    at,
  ]);
}
