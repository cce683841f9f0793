import type { EntityManager } from 'typeorm';
import type { HandedOverItem, Minutes, Signature } from '../domain/custody/minutes.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { agencyId, type HandoffId } from '../domain/ids.js';

interface Row {
  handed_over_at: Date;
  items: HandedOverItem[];
  written_by_agency_id: string;
  written_by: string;
  written_at: Date;
  signed_by_agency_id: string | null;
  signed_by: string | null;
  signed_at: Date | null;
}

/** Minutes of a handover; locked, so that two who sign at once sign one after the other. */
export async function findMinutes(
  tx: EntityManager,
  id: HandoffId,
  lock: '' | 'for update' = '',
): Promise<Minutes | undefined> {
  const [row] = await tx.query<Row[]>(`select * from handover_minutes where handoff_id = $1 ${lock}`, [id]);
  return row && toMinutes(row);
}

/** @returns false when somebody else wrote them at the same moment. */
export async function insertMinutes(
  tx: EntityManager,
  { terms }: Handoff,
  { handedOverAt, items, signatures: [first] }: Minutes,
): Promise<boolean> {
  const placed = await tx.query<object[]>(
    `insert into handover_minutes (handoff_id, case_id, from_agency_id, to_agency_id, handed_over_at, items,
       written_by_agency_id, written_by, written_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning handoff_id`,
    [terms.id, terms.caseId, terms.from, terms.to, handedOverAt, items, first.agency, first.by, first.at],
  );
  return placed.length === 1;
}

export async function saveSecondSignature(
  tx: EntityManager,
  id: HandoffId,
  { agency, by, at }: Signature,
): Promise<void> {
  const [, saved] = await tx.query<[unknown, number]>(
    `update handover_minutes set signed_by_agency_id = $2, signed_by = $3, signed_at = $4
      where handoff_id = $1 and signed_at is null`,
    [id, agency, by, at],
  );
  if (saved !== 1) throw new Error(`minutes of ${id} were signed already`);
}

function toMinutes(row: Row): Minutes {
  const first = { agency: agencyId(row.written_by_agency_id), by: row.written_by, at: row.written_at };
  const { signed_by_agency_id: agency, signed_by: by, signed_at: at } = row;
  const handover = { handedOverAt: row.handed_over_at, items: row.items };
  if (agency === null || by === null || at === null) return { ...handover, signatures: [first] };
  return { ...handover, signatures: [first, { agency: agencyId(agency), by, at }] };
}
