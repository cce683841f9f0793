import type { EntityManager } from 'typeorm';

/** Numbers that a source skipped. */
export interface KnownGap {
  readonly src: string;
  readonly from: number;
  readonly to: number;
  readonly missing: number;
}

interface Row {
  readonly src: string;
  readonly from: string;
  readonly to: string;
  readonly missing: string;
}

const columns = 'src, from_seq as "from", to_seq as "to", missing';

const gapsOf = (rows: readonly Row[]): KnownGap[] =>
  rows.map(({ src, from, to, missing }) => ({
    src,
    from: Number(from),
    to: Number(to),
    missing: Number(missing),
  }));

/** Marks gaps that are open since `before` and were not told yet. @returns those gaps */
export async function markAlarmed(tx: EntityManager, before: Date, now: Date): Promise<KnownGap[]> {
  const [rows] = await tx.query<[Row[], number]>(
    `update src_gap set alarmed_at = $2 where closed_at is null and alarmed_at is null and found_at <= $1
       returning ${columns}`,
    [before, now],
  );
  return gapsOf(rows);
}

/** Marks gaps that were told and have closed since. @returns those gaps */
export async function markClosureTold(tx: EntityManager, now: Date): Promise<KnownGap[]> {
  const [rows] = await tx.query<[Row[], number]>(
    `update src_gap set closure_told_at = $1
       where closed_at is not null and alarmed_at is not null and closure_told_at is null returning ${columns}`,
    [now],
  );
  return gapsOf(rows);
}

/** Gaps that were told and are open still. */
export async function openAlarms(tx: EntityManager): Promise<KnownGap[]> {
  return gapsOf(
    await tx.query<Row[]>(
      `select ${columns} from src_gap where closed_at is null and alarmed_at is not null order by src, from_seq limit 1000`,
    ),
  );
}
