import type { EntityManager } from 'typeorm';
import type { Look } from './find-holes.js';

/** Numbers that a source says it gave away, of which the log has only `seen`; `to` before `from` where a source went back. */
export interface CountHole {
  readonly source: string;
  readonly from: number;
  readonly to: number;
  readonly seen: number;
}

/**
 * Compares what each source says it gave away, from one of its counts to the next, with the entries that the log holds.
 * A source counts in its own database, so this does not rest on what the log remembers of its numbers.
 */
export async function compareCounts(tx: EntityManager, { from, until }: Look): Promise<CountHole[]> {
  const rows = await tx.query<{ source: string; from: string; to: string; seen: string }[]>(comparison, [
    from,
    until,
  ]);
  return rows.map(({ source, ...numbers }) => ({
    source,
    from: Number(numbers.from),
    to: Number(numbers.to),
    seen: Number(numbers.seen),
  }));
}

// What comes after a count is recorded after it; an hour allows for clocks that differ.
const comparison = `
  with told as (
    select e.src, e.seq, e.recorded, split_part(named->>'id', '-', 2)::bigint as last
      from audit_entry e
      join audit_body b on b.seq = e.seq
      cross join lateral jsonb_array_elements(convert_from(b.bytes, 'UTF8')::jsonb -> 'entity') named
      where e.type = 'outbox.count' and e.outcome = 's' and e.recorded <= $2
        and named->>'type' = 'source-numbers' and named->>'id' ~ '^1-[0-9]{1,15}$'
  ), spans as (
    select src, seq, recorded, last, lag(last, 1, 0::bigint) over w as before, lag(recorded) over w as since
      from told window w as (partition by src order by seq)
  )
  select src as source, before + 1 as "from", last as "to", seen from spans
    cross join lateral (
      select count(distinct e.src_seq) as seen from audit_entry e
        where e.src = spans.src and e.src_seq > before and e.src_seq <= last
          and e.recorded >= coalesce(since - interval '1 hour', '-infinity')
    ) held
    where recorded >= $1 and (last < before or seen < last - before)
    order by seq limit 100`;
