import type { Queries } from './tree.store.js';

/** A head that was published: signed, and cosigned by a quorum or not yet. */
export interface PublishedHead {
  readonly size: bigint;
  /** With the signatures that it has. */
  readonly note: string;
  readonly isCosigned: boolean;
  readonly created: Date;
}

interface Row {
  readonly size: string;
  readonly note: string;
  readonly cosigned: string | null;
  readonly created: Date;
}

const headOf = ({ size, note, cosigned, created }: Row): PublishedHead => ({
  size: BigInt(size),
  note: cosigned ?? note,
  isCosigned: cosigned !== null,
  created,
});

const columns = 'size, note, cosigned, created';

/**
 * The newest head that covers `size` entries: the newest that witnesses cosigned, if one does, else the newest that the log
 * itself signed.
 */
export async function headCovering(database: Queries, size: bigint): Promise<PublishedHead | undefined> {
  const [row] = await database.query<Row[]>(
    `select ${columns} from (
       (select ${columns}, 0 as rank from log_checkpoint where cosigned is not null order by size desc limit 1)
       union all
       (select ${columns}, 1 as rank from log_checkpoint order by log_checkpoint.size desc limit 1)
     ) as heads where size >= $1 order by rank limit 1`,
    [size.toString()],
  );
  return row && headOf(row);
}

/** How many entries the newest head covers; nothing when none was signed. */
export async function signedSize(database: Queries): Promise<bigint | undefined> {
  const [row] = await database.query<{ size: string | null }[]>(
    'select max(size) as size from log_checkpoint',
  );
  return row?.size == null ? undefined : BigInt(row.size);
}

/** Heads above a size, from the smallest. */
export async function headsSince(database: Queries, since: bigint, limit: number): Promise<PublishedHead[]> {
  const rows = await database.query<Row[]>(
    `select ${columns} from log_checkpoint where size > $1 order by log_checkpoint.size limit $2`,
    [since.toString(), limit],
  );
  return rows.map(headOf);
}
