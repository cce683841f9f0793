import type { Queries } from './tree.store.js';

/** A head as the log signed it. */
export interface SignedHead {
  readonly size: bigint;
  readonly note: string;
  /** With the cosignatures of a quorum; null until there is one. */
  readonly cosigned: string | null;
}

interface Row {
  readonly size: string;
  readonly note: string;
  readonly cosigned: string | null;
}

const headOf = (row: Row | undefined): SignedHead | undefined => row && { ...row, size: BigInt(row.size) };

export async function newestCheckpoint(database: Queries): Promise<SignedHead | undefined> {
  const [row] = await database.query<Row[]>(
    'select size, note, cosigned from log_checkpoint order by size desc limit 1',
  );
  return headOf(row);
}

/** Keeps a head with enough cosignatures; more may come, none goes. */
export async function saveCosigned(database: Queries, size: bigint, cosigned: string): Promise<void> {
  await database.query('update log_checkpoint set cosigned = $2 where size = $1', [
    size.toString(),
    cosigned,
  ]);
}

/** The newest head that a quorum has cosigned: every entry below its size is witnessed. */
export async function newestWitnessed(
  database: Queries,
): Promise<{ readonly size: bigint; readonly cosigned: string } | undefined> {
  const [row] = await database.query<{ size: string; cosigned: string }[]>(
    'select size, cosigned from log_checkpoint where cosigned is not null order by size desc limit 1',
  );
  return row && { size: BigInt(row.size), cosigned: row.cosigned };
}
