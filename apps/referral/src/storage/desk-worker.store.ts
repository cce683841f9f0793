import type { EntityManager } from 'typeorm';
import { may, type Actor } from '@rujukan/authz';

/** Remembers that this person works at the desk of her agency. */
export async function noteWorker(tx: EntityManager, actor: Actor, now: Date): Promise<void> {
  if (actor.kind !== 'person' || actor.agencyId === null || !may(actor, 'handoff:answer')) return;
  await tx.query(
    'insert into desk_worker (agency_id, subject, since) values ($1, $2, $3) on conflict do nothing',
    [actor.agencyId, actor.subject, now],
  );
}

/** Whether this person has worked at the desk of the agency that asks. */
export async function isAtDesk(tx: EntityManager, agency: string | null, subject: string): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }[]>(
    'select exists (select from desk_worker where agency_id = $1 and subject = $2) as found',
    [agency, subject],
  );
  return row!.found;
}
