import type { Queries } from './tree.store.js';

/** How far the tree over the log reaches, and its root, as the sequencer left them. */
export interface TreeHead {
  readonly size: bigint;
  readonly root: Uint8Array;
}

/** What the signer finds: the tree, and the newest head that was published of it. */
export interface LogSeen {
  readonly tree: TreeHead;
  readonly published: { readonly size: bigint; readonly note: string; readonly confirmed: Date } | undefined;
}

export async function readLog(database: Queries): Promise<LogSeen> {
  const [row] = await database.query<
    { size: string; root: Buffer; published: string | null; note: string | null; confirmed: Date | null }[]
  >(
    `select tree_size as size, root, published.size as published, note, confirmed from log_state
       left join (select size, note, confirmed from log_checkpoint order by size desc limit 1) as published on true
       where log_id = 1`,
  );
  const { size, root, published, note, confirmed } = row!;
  return {
    tree: { size: BigInt(size), root: new Uint8Array(root) },
    published:
      published === null ? undefined : { size: BigInt(published), note: note!, confirmed: confirmed! },
  };
}

/** Publishes a signed head; the same one again changes nothing. @returns false when another note stands there. */
export async function publish(
  database: Queries,
  { size, note }: { readonly size: bigint; readonly note: string },
  now: Date,
): Promise<boolean> {
  await database.query(
    `insert into log_checkpoint (size, note, created, confirmed) values ($1, $2, $3, $3) on conflict (size) do nothing`,
    [size.toString(), note, now],
  );
  const [row] = await database.query<{ note: string }[]>('select note from log_checkpoint where size = $1', [
    size.toString(),
  ]);
  return row?.note === note;
}

/** Says that a published head is still the newest. */
export async function confirm(database: Queries, size: bigint, now: Date): Promise<void> {
  await database.query('update log_checkpoint set confirmed = greatest(confirmed, $2) where size = $1', [
    size.toString(),
    now,
  ]);
}
