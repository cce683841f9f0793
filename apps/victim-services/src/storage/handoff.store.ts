import type { EntityManager } from 'typeorm';
import type { EventData } from '@rujukan/contracts';
import type { CaseId } from '../domain/ids.js';

/** A handoff that somebody still owes an answer or a result. */
export async function openHandoff(
  tx: EntityManager,
  handoff: { readonly handoffId: string; readonly caseId: string; readonly kind: string },
): Promise<void> {
  await tx.query(
    `insert into case_handoff (handoff_id, case_id, kind, status) values ($1, $2, $3, 'open') on conflict do nothing`,
    [handoff.handoffId, handoff.caseId, handoff.kind],
  );
}

/** Gives the receiver access until the handoff ends. @returns false when the case was closed meanwhile: no access. */
export async function grantAccess(
  tx: EntityManager,
  accepted: EventData['handoff.accepted.v1'],
  at: Date,
): Promise<boolean> {
  const [custody] = await tx.query<{ status: string }[]>(
    'select status from case_custody where case_id = $1 for share',
    [accepted.caseId],
  );
  if (custody?.status === 'closed') return false;
  await tx.query(
    `insert into case_access (case_id, agency_id, basis, handoff_id, share_profile, lawful_basis, granted_at)
     values ($1, $2, 'handoff', $3, $4, $5, $6) on conflict (handoff_id) do nothing`,
    [
      accepted.caseId,
      accepted.toAgencyId,
      accepted.handoffId,
      accepted.shareProfile,
      accepted.lawfulBasis,
      at,
    ],
  );
  return true;
}

/** The handoff is over; what access it gave ends. @returns whether it had given any. */
export async function endHandoff(tx: EntityManager, handoffId: string, at: Date): Promise<boolean> {
  await tx.query(`update case_handoff set status = 'ended' where handoff_id = $1`, [handoffId]);
  return endAccess(tx, handoffId, at);
}

/** Ends the access alone; the handoff may go on. @returns true where there was any. */
export async function endAccess(tx: EntityManager, handoffId: string, at: Date): Promise<boolean> {
  const [ended] = await tx.query<[object[], number]>(
    'update case_access set ended_at = $2 where handoff_id = $1 and ended_at is null returning handoff_id',
    [handoffId, at],
  );
  return ended.length > 0;
}

/** Handoffs of the case, as far as this service has heard, that are not over. The custodian's to know. */
export async function countOpenHandoffs(tx: EntityManager, caseId: CaseId): Promise<number> {
  const [row] = await tx.query<{ open: number }[]>(
    `select count(*)::int as open from case_handoff where case_id = $1 and status = 'open'`,
    [caseId],
  );
  return row?.open ?? 0;
}
