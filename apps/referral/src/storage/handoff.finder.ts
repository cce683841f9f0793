import type { EntityManager } from 'typeorm';
import type { AgencyName, Party } from '../domain/handoffs/envelope.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import type { CaseId, HandoffId } from '../domain/ids.js';
import { nameOf } from './disclosure.store.js';
import { accessColumn, envelopeColumn, toHandoff, type DescribedRow } from './handoff.store.js';
import type { HandoffStatus } from '../domain/handoffs/machine.js';

/** A handoff as one of its two agencies finds it. */
export interface FoundHandoff {
  readonly handoff: Handoff;
  readonly side: Party;
  readonly names: { readonly from: AgencyName; readonly to: AgencyName };
}

/** A line of a list, with the deadline of it that counts first: what the agency owes there or waits for. */
export interface ListedHandoff extends FoundHandoff {
  readonly nextClock?: NextClock;
}

/** The earliest of the clocks that run or were missed. */
export interface NextClock {
  readonly definition: string;
  readonly state: 'running' | 'breached';
  readonly dueAt: Date;
}

export interface HandoffFilter {
  readonly box?: 'inbox' | 'outbox' | undefined;
  readonly status?: HandoffStatus | undefined;
  readonly caseId?: CaseId | undefined;
  /** Only those before this one, newest first. */
  readonly before?: string | undefined;
  readonly limit: number;
}

type NamedRow = DescribedRow & {
  from_code: string | null;
  from_name: string | null;
  to_code: string | null;
  to_name: string | null;
};
type ListedRow = NamedRow & {
  next_definition: string | null;
  next_state: NextClock['state'];
  next_due_at: Date;
};

const names =
  'sender.code as from_code, sender.name as from_name, receiver.code as to_code, receiver.name as to_name';
const agencies = `left join agency sender on sender.id = from_agency_id
  left join agency receiver on receiver.id = to_agency_id`;

export async function findHandoff(
  tx: EntityManager,
  id: HandoffId,
  agency: string | null,
): Promise<FoundHandoff | undefined> {
  const [row] = await tx.query<NamedRow[]>(
    `select handoff.*, ${envelopeColumn('handoff')}, ${accessColumn('handoff')}, ${names} from handoff ${agencies}
      where handoff.id = $1 and ($2 = from_agency_id or $2 = to_agency_id and status <> 'draft')`,
    [id, agency],
  );
  return row && toFound(row, agency);
}

export async function findHandoffs(
  tx: EntityManager,
  agency: string | null,
  { box, status, caseId, before, limit }: HandoffFilter,
): Promise<ListedHandoff[]> {
  const rows = await tx.query<ListedRow[]>(listSql, [
    agency,
    box !== 'outbox',
    box !== 'inbox',
    status ?? null,
    caseId ?? null,
    before ?? null,
    limit,
  ]);
  return rows.map((row) => ({
    ...toFound(row, agency),
    ...(row.next_definition === null
      ? {}
      : { nextClock: { definition: row.next_definition, state: row.next_state, dueAt: row.next_due_at } }),
  }));
}

const narrowed = `($4::text is null or status = $4) and ($5::uuid is null or case_id = $5)
  and ($6::uuid is null or id < $6) order by id desc limit $7`;

// One index for each box. Asking by case finds in the inbox only what tells its case (domain/envelope.ts).
const listSql = `
  with found as (
    (select * from handoff where to_agency_id = $1 and $2 and status <> 'draft'
       and ($5::uuid is null or kind <> 'consultation' and accepted_at is not null
            and (ended_at is null or kind = 'transfer' and status <> 'cancelled')
            and not exists (select from consent_holder held
                             where held.handoff_id = handoff.id and held.access_ended_at is not null))
       and ${narrowed})
    union all
    (select * from handoff where from_agency_id = $1 and $3 and ${narrowed})
  )
  select found.*, ${envelopeColumn('found')}, ${accessColumn('found')}, ${names},
         next.definition as next_definition, next.state as next_state, next.due_at as next_due_at
    from found ${agencies}
    left join lateral (
      select definition, state, due_at from duty_clock
       where subject = found.id and $1 in (agency_id, awaited_by) and state in ('running', 'breached')
       order by due_at, id limit 1) next on true
   order by found.id desc limit $7`;

const toFound = (row: NamedRow, agency: string | null): FoundHandoff => ({
  handoff: toHandoff(row),
  side: row.from_agency_id === agency ? 'sender' : 'receiver',
  names: {
    from: nameOf(row.from_agency_id, row.from_code, row.from_name),
    to: nameOf(row.to_agency_id, row.to_code, row.to_name),
  },
});
