import type { EntityManager, QueryRunner } from 'typeorm';
import type { Entry } from '../domain/entry.js';
import { Fenced } from '../domain/fenced.js';
import type { Gap, Progress } from '../domain/numbering.js';

/** Takes the lock that one sequencer holds for as long as this connection lives. @returns false while another has it. */
export async function takeSeat(connection: QueryRunner): Promise<boolean> {
  const [row] = (await connection.query(
    `select pg_try_advisory_lock(hashtext('audit sequencer')) as mine`,
  )) as {
    mine: boolean;
  }[];
  return row?.mine === true;
}

/** Makes the caller the one sequencer, and every earlier one stand down at its next batch. */
export async function takeOver(tx: EntityManager): Promise<number> {
  const [[row]] = await tx.query<[{ epoch: string }[], number]>(
    'update log_state set epoch = epoch + 1 where log_id = 1 returning epoch',
  );
  return Number(row!.epoch);
}

/** The head of the log and of the tree over it. They are apart only while entries wait that are older than the tree. */
export interface LogHead {
  /** Entries, which is the next sequence number. */
  readonly size: number;
  readonly treeSize: number;
}

/**
 * Locks the head of the log until the transaction ends.
 *
 * @throws {@link Fenced} when another sequencer took over since `epoch`.
 */
export async function lockHead(tx: EntityManager, epoch: number): Promise<LogHead> {
  const [head] = await tx.query<{ size: string; treeSize: string; epoch: string }[]>(
    'select size, tree_size as "treeSize", epoch from log_state where log_id = 1 for update',
  );
  if (Number(head!.epoch) !== epoch) throw new Fenced(epoch, Number(head!.epoch));
  return { size: Number(head!.size), treeSize: Number(head!.treeSize) };
}

/** Moves the head to `size` entries, and the tree to its own size. */
export async function moveHead(
  tx: EntityManager,
  size: number,
  tree: { readonly size: bigint; readonly root: Uint8Array },
): Promise<void> {
  await tx.query('update log_state set size = $1, tree_size = $2, root = $3 where log_id = 1', [
    size,
    tree.size.toString(),
    Buffer.from(tree.root),
  ]);
}

/** Entries per partition; the same in the migration that made them. */
const partitionSize = 5_000_000;

/** Which of these ids the log holds already; for ever, not for a window of time. */
export async function findKnown(
  tx: EntityManager,
  ids: readonly string[],
  size: number,
): Promise<Set<string>> {
  const rows = await tx.query<{ id: string }[]>(
    // The bound keeps the partitions that are still empty out of the plan; it moves seldom, so that the statement stays the same.
    `select id from audit_entry where id = any($1) and seq < ${Math.ceil((size + 1) / partitionSize) * partitionSize}`,
    [ids],
  );
  return new Set(rows.map((row) => row.id));
}

/** Appends entries under consecutive numbers from `first`. */
export async function insertEntries(
  tx: EntityManager,
  entries: readonly Entry[],
  first: number,
): Promise<void> {
  await tx.query(insertEntriesSql, [
    first,
    entries.map(({ part }) => part.id),
    entries.map(({ part }) => part.occurred),
    entries.map(({ recorded }) => recorded.toISOString()),
    entries.map(({ part }) => part.type),
    entries.map(({ part }) => part.action),
    entries.map(({ part }) => part.outcome[0]),
    entries.map(({ part }) => part.actor.sub),
    entries.map(({ part }) => part.actor.org ?? null),
    entries.map(({ part }) => part.purpose ?? null),
    entries.map(({ src }) => src),
    entries.map(({ srcSeq }) => srcSeq),
    entries.map(({ bytes }) => bytes.length),
    Buffer.concat(entries.map(({ bytes }) => bytes)),
    Buffer.concat(entries.map(({ recordHash }) => recordHash)),
  ]);
  await insertSubjects(tx, entries, first);
  await insertEntities(tx, entries, first);
  await widenBlocks(tx, entries, first);
}

/** Entries per block of {@link widenBlocks}; the same in the migration that made the table. */
export const blockSize = 4096;

/** Keeps the first and the last time of each block of entries, by which a span of time is found. */
async function widenBlocks(tx: EntityManager, entries: readonly Entry[], first: number): Promise<void> {
  await tx.query(
    `insert into audit_block as known (block, first_occurred, last_occurred)
       select seq / ${blockSize}, min(occurred), max(occurred)
         from unnest($1::bigint[], $2::timestamptz[]) as t (seq, occurred) group by 1
     on conflict (block) do update set
       first_occurred = least(known.first_occurred, excluded.first_occurred),
       last_occurred = greatest(known.last_occurred, excluded.last_occurred)`,
    [entries.map((_, at) => first + at), entries.map(({ part }) => part.occurred)],
  );
}

// All bytes come as one value and are cut here: an array of a thousand would travel as text, twice as long, and be parsed.
const insertEntriesSql = `
  with fresh as (
    select $1::bigint + n - 1 as seq, sum(length) over (order by n) - length as start, *
      from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::text[], $6::"char"[], $7::"char"[], $8::text[],
        $9::uuid[], $10::text[], $11::text[], $12::bigint[], $13::int[]) with ordinality
        as t (id, occurred, recorded, type, action, outcome, actor_sub, actor_org, purpose, src, src_seq, length, n)
  ), bodies as (
    insert into audit_body (seq, bytes, event_hash)
      select seq, substring($14::bytea from start::int + 1 for length), substring($15::bytea from (n::int - 1) * 32 + 1 for 32) from fresh
  )
  insert into audit_entry (seq, id, occurred, recorded, type, action, outcome, actor_sub, actor_org, purpose, src, src_seq)
    select seq, id, occurred, recorded, type, action, outcome, actor_sub, actor_org, purpose, src, src_seq from fresh`;

async function insertSubjects(tx: EntityManager, entries: readonly Entry[], first: number): Promise<void> {
  const rows = entries.flatMap(({ part }, at) =>
    [...new Set(part.subject)].map((subject) => ({ subject, seq: first + at, part })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into audit_subject (subject, seq, occurred, action, outcome, actor_sub)
       select * from unnest($1::uuid[], $2::bigint[], $3::timestamptz[], $4::"char"[], $5::"char"[], $6::text[])`,
    [
      rows.map((row) => row.subject),
      rows.map((row) => row.seq),
      rows.map((row) => row.part.occurred),
      rows.map((row) => row.part.action),
      rows.map((row) => row.part.outcome[0]),
      rows.map((row) => row.part.actor.sub),
    ],
  );
}

async function insertEntities(tx: EntityManager, entries: readonly Entry[], first: number): Promise<void> {
  const rows = entries.flatMap(({ part }, at) =>
    // An entry may name a record twice, as read and as changed: one way to find it is enough.
    [...new Map(part.entity.map((entity) => [entity.id, entity.type]))].map(([id, type]) => ({
      id,
      type,
      seq: first + at,
    })),
  );
  if (rows.length === 0) return;
  await tx.query(
    `insert into audit_entity (entity_id, entity_type, seq) select * from unnest($1::text[], $2::text[], $3::bigint[])`,
    [rows.map((row) => row.id), rows.map((row) => row.type), rows.map((row) => row.seq)],
  );
}

/** A record that was no entry, kept byte for byte beside the log. */
export interface Quarantined {
  readonly seq: number;
  readonly topic: string;
  readonly partition: number;
  readonly offset: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

export async function quarantine(tx: EntityManager, records: readonly Quarantined[]): Promise<void> {
  if (records.length === 0) return;
  await tx.query(
    `insert into audit_quarantine (seq, topic, "partition", "offset", headers, bytes)
       select * from unnest($1::bigint[], $2::text[], $3::int[], $4::bigint[], $5::jsonb[], $6::bytea[])`,
    [
      records.map((record) => record.seq),
      records.map((record) => record.topic),
      records.map((record) => record.partition),
      records.map((record) => record.offset),
      records.map((record) => JSON.stringify(record.headers)),
      records.map((record) => record.bytes),
    ],
  );
}

/** How far each of these sources has come, with the gaps that are still open. */
export async function progressOf(
  tx: EntityManager,
  sources: readonly string[],
): Promise<Map<string, Progress>> {
  const marks = await tx.query<{ src: string; last: string }[]>(
    'select src, last_seq as last from src_watermark where src = any($1)',
    [sources],
  );
  const gaps = await tx.query<{ src: string; from: string; to: string; missing: string }[]>(
    `select src, from_seq as "from", to_seq as "to", missing from src_gap where src = any($1) and closed_at is null`,
    [sources],
  );
  const gapsOf = (src: string): Gap[] =>
    gaps
      .filter((gap) => gap.src === src)
      .map((gap) => ({ from: Number(gap.from), to: Number(gap.to), missing: Number(gap.missing) }));
  return new Map(marks.map(({ src, last }) => [src, { last: Number(last), gaps: gapsOf(src) }]));
}

export async function saveProgress(
  tx: EntityManager,
  progress: ReadonlyMap<string, Progress>,
  now: Date,
): Promise<void> {
  const sources = [...progress];
  if (sources.length === 0) return;
  await tx.query(
    `insert into src_watermark (src, last_seq) select * from unnest($1::text[], $2::bigint[])
       on conflict (src) do update set last_seq = excluded.last_seq`,
    [sources.map(([src]) => src), sources.map(([, { last }]) => last)],
  );
  const gaps = sources.flatMap(([src, { gaps }]) => gaps.map((gap) => ({ src, ...gap })));
  if (gaps.length === 0) return;
  await tx.query(
    `insert into src_gap (src, from_seq, to_seq, missing, found_at, closed_at)
       select src, "from", "to", missing, $5::timestamptz, case when missing = 0 then $5::timestamptz end
         from unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[]) as t (src, "from", "to", missing)
       on conflict (src, from_seq) do update set missing = excluded.missing, closed_at = excluded.closed_at`,
    [
      gaps.map((gap) => gap.src),
      gaps.map((gap) => gap.from),
      gaps.map((gap) => gap.to),
      gaps.map((gap) => gap.missing),
      now,
    ],
  );
}
