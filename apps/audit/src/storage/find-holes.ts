import type { EntityManager } from 'typeorm';
import { openAlarms, type KnownGap } from './gap.store.js';

/** A record whose writes name versions up to `last`, of which the log has only `seen`. */
export interface VersionHole {
  /** Who numbers it: what one source knows of a record does not fill the holes of another. */
  readonly source: string;
  readonly type: string;
  readonly id: string;
  readonly last: number;
  readonly seen: number;
}

/** A disclosure that one side recorded and the other did not; `id` is the handoff's. */
export interface LonelyDisclosure {
  readonly id: string;
  readonly missing: 'decision' | 'receipt';
}

/** What is missing from the log, as far as the log itself can tell. */
export interface Holes {
  readonly sources: readonly KnownGap[];
  readonly versions: readonly VersionHole[];
  readonly disclosures: readonly LonelyDisclosure[];
  /** False where there are more than one look shows. */
  readonly isComplete: boolean;
}

export interface Look {
  /** Entries that were recorded from then on. */
  readonly from: Date;
  /** What came later may still be waited for. */
  readonly until: Date;
}

/** Most findings of a kind in one look. */
const most = 100;

/** Looks for holes in what the log says of itself: numbers of sources, versions of records, both sides of a disclosure. */
export async function findHoles(tx: EntityManager, look: Look): Promise<Holes> {
  const sources = (await openAlarms(tx)).slice(0, most);
  const versions = await tx.query<VersionHole[]>(versionHoles, [look.from, most]);
  const disclosures = await tx.query<LonelyDisclosure[]>(lonelyDisclosures, [look.from, look.until, most]);
  const isComplete = [sources, versions, disclosures].every((found) => found.length < most);
  return { sources, versions, disclosures, isComplete };
}

const written = `e.outcome = 's' and e.action in ('C', 'U', 'D')`;

/** Of every record that was written in the window, all writes there ever were, by each source apart. A write without a version exempts it there. */
const versionHoles = `
  with recent as materialized (
    select distinct n.entity_id from audit_entry e join audit_entity n on n.seq = e.seq
      where e.recorded >= $1 and ${written}
  ), writes as (
    select e.src as source, named->>'type' as type, named->>'id' as id, (named->>'version')::bigint as version
      from recent r
      join audit_entity n on n.entity_id = r.entity_id
      join audit_entry e on e.seq = n.seq and ${written}
      join audit_body b on b.seq = n.seq
      cross join lateral jsonb_array_elements(convert_from(b.bytes, 'UTF8')::jsonb -> 'entity') named
      where named->>'id' = r.entity_id
  )
  select source, type, id, max(version)::int as last, count(distinct version)::int as seen from writes
    group by source, type, id having count(*) = count(version) and count(distinct version) < max(version)
    order by type, id, source limit $2`;

const receipt = `convert_from(b.bytes, 'UTF8')::jsonb #>> '{disclosure,receiptId}'`;

const namedBy = (src: string) => `exists (
  select from audit_entity n join audit_entry o on o.seq = n.seq and o.outcome = 's' and o.src = '${src}'
    where n.entity_id = found.id)`;

/**
 * An acceptance in referral is heard of in victim-services, whatever its kind; and nobody opens a case in intake or
 * victim-services under a handoff that referral does not know.
 */
const lonelyDisclosures = `
  select id, missing from (
    select distinct ${receipt} as id, case when e.src = 'referral' then 'receipt' else 'decision' end as missing
      from audit_entry e join audit_body b on b.seq = e.seq
      where e.recorded >= $1 and e.recorded <= $2 and e.outcome = 's'
        and ((e.src = 'referral' and e.type = 'handoff.accept')
          or (e.src in ('intake', 'victim-services') and e.type in ('access.grant', 'custody.move')))
  ) found
  where id is not null and case missing
    when 'receipt' then not ${namedBy('victim-services')}
    else not ${namedBy('referral')} end
  order by id limit $3`;
