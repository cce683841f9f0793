import type { EntityManager } from 'typeorm';
import type { Waiting } from '../domain/notifications/mail.js';
import type { NotificationKind } from '../domain/notifications/notification.js';

/** The mailbox of an agency. */
export interface Desk {
  readonly agencyId: string;
  readonly email: string;
}

export async function lockDesk(
  tx: EntityManager,
  agency: string,
): Promise<(Desk & { version: number }) | undefined> {
  const [row] = await tx.query<{ email: string; version: number }[]>(
    'select email, version from desk where agency_id = $1 for update',
    [agency],
  );
  return row && { agencyId: agency, ...row };
}

export async function findDesk(
  tx: EntityManager,
  agency: string | null,
): Promise<(Desk & { version: number }) | undefined> {
  const [row] = await tx.query<(Desk & { version: number })[]>(
    'select agency_id as "agencyId", email, version from desk where agency_id = $1',
    [agency],
  );
  return row;
}

/** A new address has not failed yet. */
export async function saveDesk(
  tx: EntityManager,
  { agencyId, email, version }: Desk & { version: number },
): Promise<void> {
  await tx.query(
    `insert into desk (agency_id, email, version) values ($1, $2, $3)
     on conflict (agency_id) do update set email = excluded.email, version = excluded.version, failures = 0, retry_at = null`,
    [agencyId, email, version],
  );
}

/** What one desk has not been told by mail yet. */
export interface Bundle extends Desk {
  readonly failures: number;
  readonly ids: readonly string[];
  readonly waiting: Waiting;
}

/** Bundles of desks that may be written to now. What is older than a day is no news any more. */
export async function findBundles(tx: EntityManager, now: Date, limit: number): Promise<Bundle[]> {
  const rows = await tx.query<
    (Desk & { failures: number; lines: { id: string; kind: NotificationKind }[] })[]
  >(
    `select desk.agency_id as "agencyId", email, failures,
            jsonb_agg(jsonb_build_object('id', notification.id, 'kind', kind)) as lines
       from desk join notification using (agency_id)
      where mailed_at is null and at > $1::timestamptz - interval '1 day' and (retry_at is null or retry_at <= $1)
      group by desk.agency_id order by desk.agency_id limit $2`,
    [now, limit],
  );
  return rows.map(({ lines, ...desk }) => ({
    ...desk,
    ids: lines.map(({ id }) => id),
    waiting: lines.reduce<Partial<Record<NotificationKind, number>>>(
      (counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }),
      {},
    ),
  }));
}

export async function markMailed(tx: EntityManager, { agencyId, ids }: Bundle, at: Date): Promise<void> {
  await tx.query('update notification set mailed_at = $2 where id = any($1::uuid[])', [ids, at]);
  await tx.query('update desk set failures = 0, retry_at = null where agency_id = $1 and failures > 0', [
    agencyId,
  ]);
}

export async function markFailed(tx: EntityManager, { agencyId }: Bundle, retryAt: Date): Promise<void> {
  await tx.query('update desk set failures = failures + 1, retry_at = $2 where agency_id = $1', [
    agencyId,
    retryAt,
  ]);
}
