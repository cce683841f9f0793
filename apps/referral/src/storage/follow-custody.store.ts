import type { EntityManager } from 'typeorm';
import type { Custody } from '../domain/custody/custody.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import type { AgencyId, CaseId } from '../domain/ids.js';
import { handoffRow } from './handoff.row.js';
import { accessColumn, envelopeColumn, toHandoff, type DescribedRow } from './handoff.store.js';
import { inNameOf } from './in-name-of.js';

/** What an agency has under way in a case and can be carried on by another: referrals and consultations, drafts too. */
export async function findOpenOfSender(tx: EntityManager, id: CaseId, sender: AgencyId): Promise<Handoff[]> {
  const rows = await tx.query<DescribedRow[]>(
    `select handoff.*, ${envelopeColumn('handoff')}, ${accessColumn('handoff')} from handoff where case_id = $1 and from_agency_id = $2 and kind <> 'transfer' and ended_at is null
      order by id for update`,
    [id, sender],
  );
  return rows.map(toHandoff);
}

/**
 * Gives a handoff its new sender. No new version: who is about to answer answers the same offer. Under the receiver's
 * rights, since it sees the row before and after.
 */
export async function followCustody(
  tx: EntityManager,
  { terms }: Handoff,
  { custodian, epoch }: Custody,
): Promise<void> {
  await inNameOf(tx, terms.to, () =>
    tx.update(handoffRow, { id: terms.id }, { from_agency_id: custodian, custody_epoch: epoch }),
  );
}
