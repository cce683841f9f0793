import type { EntityManager } from 'typeorm';

export type Stream = 'user' | 'admin';

export interface Seen {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** Time of the newest event that was taken from a stream; 0 before the first. */
export async function newestSeen(tx: EntityManager, stream: Stream): Promise<number> {
  const [row] = await tx.query<{ newest: string | null }[]>(
    `select extract(epoch from max(happened)) * 1000 as newest from identity_event where stream = $1`,
    [stream],
  );
  return Math.floor(Number(row?.newest ?? 0));
}

/** Marks events as taken. @returns ids of those that were not taken before. */
export async function markSeen(
  tx: EntityManager,
  stream: Stream,
  events: readonly Seen[],
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    `insert into identity_event (stream, event_id, happened)
       select $1, * from unnest($2::text[], $3::timestamptz[]) on conflict do nothing returning event_id as id`,
    [stream, events.map(({ id }) => id), events.map(({ time }) => new Date(time).toISOString())],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Forgets marks that no overlap reaches any more; the newest of a stream always stays. */
export async function forgetSeen(tx: EntityManager, stream: Stream, before: number): Promise<void> {
  await tx.query('delete from identity_event where stream = $1 and happened < $2', [
    stream,
    new Date(before).toISOString(),
  ]);
}
