import type { Tile, TileReader } from '@rujukan/tlog';

/** Whatever runs SQL: a transaction, a pool. */
export interface Queries {
  query<T = unknown>(sql: string, parameters?: unknown[]): Promise<T>;
}

/** The tiles of the log. All that are asked for at once come with one statement. */
export const tilesIn = (database: Queries): TileReader => ({
  async readTiles(tiles) {
    const rows = await database.query<{ hashes: Buffer | null }[]>(
      `select hashes from unnest($1::smallint[], $2::bigint[]) with ordinality as asked (level, idx, n)
         left join log_tile using (level, idx) order by n`,
      [tiles.map(({ level }) => level), tiles.map(({ index }) => index.toString())],
    );
    return rows.map(({ hashes }) => hashes);
  },
});

/** Keeps tiles that are new or have become wider. @throws when one is there already: then this is not the tree that was stored. */
export async function saveTiles(tx: Queries, tiles: readonly Tile[]): Promise<void> {
  const saved = await tx.query<unknown[]>(
    `insert into log_tile as known (level, idx, width, hashes)
       select * from unnest($1::smallint[], $2::bigint[], $3::smallint[], $4::bytea[])
     on conflict (level, idx) do update set width = excluded.width, hashes = excluded.hashes
       where known.width < excluded.width
     returning 1`,
    [
      tiles.map(({ level }) => level),
      tiles.map(({ index }) => index.toString()),
      tiles.map(({ width }) => width),
      tiles.map(({ hashes }) => Buffer.from(hashes)),
    ],
  );
  if (saved.length !== tiles.length) throw new Error('a tile is there already, as wide or wider');
}

/** The bytes of the entries from number `first` on, `count` at most, as they are hashed. @throws when one is missing. */
export async function readBodies(database: Queries, first: bigint, count: number): Promise<Buffer[]> {
  const rows = await database.query<{ seq: string; bytes: Buffer }[]>(
    // The bounds keep other partitions out of the plan.
    `select seq, bytes from audit_body where seq >= ${first} and seq < ${first + BigInt(count)} order by seq`,
  );
  rows.forEach(({ seq }, at) => {
    if (BigInt(seq) !== first + BigInt(at)) throw new Error(`entry ${first + BigInt(at)} is missing`);
  });
  return rows.map(({ bytes }) => bytes);
}

/** The bytes of these entries, in the order of their numbers, which is the order asked for. @throws when one is missing. */
export async function readBodiesOf(database: Queries, seqs: readonly number[]): Promise<Buffer[]> {
  const [low, high] = [seqs.at(0), seqs.at(-1)];
  if (low === undefined || high === undefined) return [];
  const rows = await database.query<{ bytes: Buffer }[]>(
    // The bounds keep other partitions out of the plan.
    `select bytes from audit_body where seq = any($1) and seq >= ${low} and seq <= ${high} order by seq`,
    [seqs],
  );
  if (rows.length !== seqs.length) throw new Error(`${seqs.length - rows.length} entries are missing`);
  return rows.map(({ bytes }) => bytes);
}

/** The newest successful entry of one kind about a record. */
export async function newestAbout(
  database: Queries,
  record: string,
  type: string,
): Promise<{ readonly seq: number; readonly bytes: Buffer } | undefined> {
  const [row] = await database.query<{ seq: string; bytes: Buffer }[]>(
    `select seq, bytes from audit_entity join audit_entry e using (seq) join audit_body using (seq)
      where entity_id = $1 and e.type = $2 and e.outcome = 's' order by seq desc limit 1`,
    [record, type],
  );
  return row && { seq: Number(row.seq), bytes: row.bytes };
}
