import type { EntityManager } from 'typeorm';
import { consequences, type Criteria } from '../domain/criteria.js';
import { readEntry, type LogEntry } from '../domain/log-entry.js';
import { blockSize } from './log.store.js';

/** Sequence numbers from `low` (inclusive) to `high` (exclusive). */
export interface Reach {
  readonly low: number;
  readonly high: number;
}

/** Part of the log below a number, newest entry first. */
export interface Slice {
  readonly limit: number;
  /** Sequence number below which it begins; absent for the newest. */
  readonly before?: number | undefined;
}

export interface FoundEntries {
  readonly items: readonly LogEntry[];
  /** Where the next page begins; absent on the last page. */
  readonly before?: number;
}

/** Entries that match, newest first. */
export async function findEntries(
  tx: EntityManager,
  criteria: Criteria,
  slice: Slice,
): Promise<FoundEntries> {
  const reach = await reachOf(tx, criteria, slice.before);
  if (reach.low >= reach.high) return { items: [] };
  const { sql, parameters } = statementFor(criteria, reach, slice.limit + 1);
  const rows = await tx.query<{ seq: string; bytes: Buffer }[]>(sql, parameters);
  const items = rows.slice(0, slice.limit).map(({ seq, bytes }) => readEntry(Number(seq), bytes));
  const last = rows.length > slice.limit ? items.at(-1) : undefined;
  return last ? { items, before: last.seq } : { items };
}

/** How many match, counted no further than to the limit. */
export async function countEntries(tx: EntityManager, criteria: Criteria, slice: Slice): Promise<number> {
  const reach = await reachOf(tx, criteria, slice.before);
  if (reach.low >= reach.high) return 0;
  const { sql, parameters } = statementFor(criteria, reach, slice.limit);
  const [row] = await tx.query<{ count: number }[]>(
    `select count(*)::int as count from (${sql}) found`,
    parameters,
  );
  return row!.count;
}

/** Most entries that are followed for one answer. */
export const mostFollowed = 5_000;

/** What is followed: records, children, and of what is found only these kinds of act. */
interface Trail {
  readonly records?: readonly string[];
  readonly cases?: readonly string[];
  readonly types?: readonly string[];
}

/** Entries that name one of these records, and entries about one of these children, oldest first. */
export async function followEntries(
  tx: EntityManager,
  { records = [], cases = [], types }: Trail,
): Promise<LogEntry[]> {
  if (records.length === 0 && cases.length === 0) return [];
  const high = await sizeOf(tx);
  const rows = await tx.query<{ seq: string; bytes: Buffer }[]>(
    `select b.seq, b.bytes from (
        select seq from audit_entity where entity_id = any($1::text[])
        union select seq from audit_subject where subject = any($2::uuid[])
      ) found join audit_entry e on e.seq = found.seq and e.seq < ${high} and ($3::text[] is null or e.type = any($3))
      join audit_body b on b.seq = e.seq and b.seq < ${high} order by b.seq limit ${mostFollowed}`,
    [records, cases, types ?? null],
  );
  return rows.map(({ seq, bytes }) => readEntry(Number(seq), bytes));
}

/** Whether anything is written about this case, apart from what auditors asked about it. */
export async function isInLog(tx: EntityManager, caseId: string): Promise<boolean> {
  const [row] = await tx.query<{ found: boolean }[]>(
    `select exists (select 1 from audit_subject s join audit_entry e on e.seq = s.seq
        where s.subject = $1 and e.src <> 'audit') as found`,
    [caseId],
  );
  return row!.found;
}

/** Number of entries, which is the next sequence number. */
export async function sizeOf(tx: EntityManager): Promise<number> {
  const [head] = await tx.query<{ size: string }[]>('select size from log_state where log_id = 1');
  return Number(head!.size);
}

/**
 * Where in the log the span of time lies. Blocks remember the first and the last time in them, so that the answer is
 * right also where a clock was put back, and narrow where none was.
 */
async function reachOf(tx: EntityManager, { from, to }: Criteria, before?: number): Promise<Reach> {
  const size = before ?? (await sizeOf(tx));
  if (from === undefined && to === undefined) return { low: 0, high: size };
  const [span] = await tx.query<{ low: string | null; high: string | null }[]>(
    `select min(block) as low, max(block) as high from audit_block
      where last_occurred >= coalesce($1, '-infinity'::timestamptz)
        and first_occurred < coalesce($2, 'infinity'::timestamptz)`,
    [from ?? null, to ?? null],
  );
  if (span?.low == null || span.high === null) return { low: 0, high: 0 };
  return {
    low: Number(span.low) * blockSize,
    high: Math.min(size, (Number(span.high) + 1) * blockSize),
  };
}

/**
 * SQL for one page. Every branch walks an index from the newest entry down and stops at `limit`; the bounds on `seq`
 * are written out as numbers, because the planner then leaves out the partitions beyond them.
 */
export function statementFor(criteria: Criteria, { low, high }: Reach, limit: number) {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const narrowed = filters(criteria, bind);
  const within = (table: string): string[] => [`${table}.seq >= ${low}`, `${table}.seq < ${high}`];
  const branch: Branch = (source, conditions, each = '') =>
    `(select ${each} e.seq from ${from[source]}
       where ${[...conditions, ...tables[source].flatMap(within), ...narrowed].join(' and ')}
       order by e.seq desc limit ${limit})`;
  return {
    parameters,
    sql: `select b.seq, b.bytes from (
        select seq from (${page(criteria, bind, branch)}) found order by seq desc limit ${limit}
      ) page join audit_body b on b.seq = page.seq and b.seq >= ${low} and b.seq < ${high} order by b.seq desc`,
  };
}

type Bind = (value: unknown) => string;

/** What leads to entries: themselves, those about a child, those that name a record. */
type Source = 'entries' | 'subjects' | 'records';

const from: Readonly<Record<Source, string>> = {
  entries: 'audit_entry e',
  subjects: 'audit_subject s join audit_entry e on e.seq = s.seq',
  records: 'audit_entity n join audit_entry e on e.seq = n.seq',
};

/** Each is bounded by itself: a join hands on what is equal, and no bound. Without it, a page far back would walk all that is newer. */
const tables: Readonly<Record<Source, readonly string[]>> = {
  entries: ['e'],
  subjects: ['s', 'e'],
  records: ['n', 'e'],
};

/** @param each `distinct` where an entry could take several places of the page. */
type Branch = (source: Source, conditions: readonly string[], each?: '' | 'distinct') => string;

/** The narrowest index leads: a case, a child, a record; then whatever the entry itself says. */
function page(criteria: Criteria, bind: Bind, branch: Branch): string {
  if (criteria.case !== undefined) return ofCase(bind(criteria.case), branch);
  if (criteria.subject !== undefined)
    return branch('subjects', [`s.subject = ${bind(criteria.subject)}::uuid`]);
  if (criteria.entity !== undefined) return branch('records', [`n.entity_id = ${bind(criteria.entity)}`]);
  if (criteria.types !== undefined)
    return criteria.types.map((type) => branch('entries', [`e.type = ${bind(type)}`])).join(' union all ');
  return branch('entries', []);
}

/**
 * By the child, by the case as a record, and by the report it came from, its handoffs and its closures: those that a
 * change names beside the case. Whoever is turned away from one of them often cannot know the case, and the entry neither.
 */
function ofCase(caseId: string, branch: Branch): string {
  const bySubject = branch('subjects', [`s.subject = ${caseId}::uuid`]);
  const records = `n.entity_id in (
      select ${caseId}::text
      union
      ${namedBeside(caseId, `= 'report'`)}
      union
      ${namedBeside(caseId, `in ('handoff', 'closure')`)})`;
  const byRecord = branch('records', [records], 'distinct');
  return `${bySubject} union ${byRecord}`;
}

/** @param type written as in the partial index that answers it. */
const namedBeside = (caseId: string, type: string): string =>
  `select r.entity_id from audit_subject s join audit_entity r on r.seq = s.seq and r.entity_type ${type}
    where s.subject = ${caseId}::uuid and s.outcome = 's' and s.action in ('C', 'U')`;

function filters(criteria: Criteria, bind: Bind): string[] {
  const { actor, agency, type, types, outcome, purpose, from, to } = criteria;
  const isLed = criteria.case !== undefined || criteria.subject !== undefined;
  const conditions: [unknown, () => string][] = [
    [actor, () => `e.actor_sub = ${bind(actor)}`],
    [agency, () => `e.actor_org = ${bind(agency)}`],
    [type, () => `e.type = ${bind(type)}`],
    [
      criteria.isEvent,
      () =>
        `(e.action <> 'R' or e.outcome <> 's') and e.src <> 'audit' and e.type <> all(${bind(consequences)})`,
    ],
    // Without a narrower index each type is a branch of its own.
    [isLed || criteria.entity !== undefined ? types : undefined, () => `e.type = any(${bind(types)})`],
    // Written out and not bound: the partial index on denials and failures is found by these very words.
    [outcome, () => `e.outcome = '${outcomeLetter[outcome ?? 'success']}'`],
    [purpose, () => `e.purpose = ${bind(purpose)}`],
    [from, () => `e.occurred >= ${bind(from)}`],
    [to, () => `e.occurred < ${bind(to)}`],
    [
      criteria.case === undefined ? undefined : criteria.subject,
      () =>
        `exists (select from audit_subject also where also.seq = e.seq and also.subject = ${bind(criteria.subject)})`,
    ],
    [
      isLed ? criteria.entity : undefined,
      () =>
        `exists (select from audit_entity also where also.seq = e.seq and also.entity_id = ${bind(criteria.entity)})`,
    ],
  ];
  return conditions.flatMap(([value, condition]) => (value === undefined ? [] : [condition()]));
}

const outcomeLetter = { success: 's', denied: 'd', failed: 'f' } as const;
