import type { EntityManager } from 'typeorm';
import type { DutyClock, Move } from '@rujukan/clocks';
import { toClock, toRow, type ClockRow } from './clock.row.js';

const isOpen = `state in ('running', 'paused', 'breached')`;

/**
 * Writes new clocks, all in one statement; one that its subject has open already is left as it is.
 *
 * @returns ids of those that were written.
 */
export async function insertClocks(
  tx: EntityManager,
  clocks: readonly DutyClock[],
): Promise<ReadonlySet<string>> {
  const written = await tx.query<{ id: string }[]>(
    `insert into duty_clock select * from jsonb_populate_recordset(null::duty_clock, $1::jsonb)
     on conflict do nothing returning id`,
    [JSON.stringify(clocks.map(toRow))],
  );
  return new Set(written.map(({ id }) => id));
}

/** Open clocks of these subjects, or of a whole case, kept from others until the transaction ends. */
export async function lockOpenClocks(
  tx: EntityManager,
  by: { readonly subjects: readonly string[] } | { readonly caseId: string },
): Promise<DutyClock[]> {
  const [condition, value] =
    'caseId' in by ? ['case_id = $1', by.caseId] : ['subject = any($1::uuid[])', by.subjects];
  const rows = await tx.query<ClockRow[]>(
    `select * from duty_clock where ${condition} and ${isOpen} order by id for update`,
    [value],
  );
  return rows.map(toClock);
}

/** Clocks that must be looked at by now. Another worker's are passed over, so that each is taken by one. */
export async function lockClocksToWake(tx: EntityManager, now: Date, limit: number): Promise<DutyClock[]> {
  const rows = await tx.query<ClockRow[]>(
    `select * from duty_clock where wake_at <= $1 order by wake_at limit $2 for update skip locked`,
    [now, limit],
  );
  return rows.map(toClock);
}

/** Writes how clocks stand now. What a pause moves is written apart: a service without pauses never grants it. */
export async function saveClocks(tx: EntityManager, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ clock }) => toRow(clock));
  const [, saved] = await tx.query<[unknown, number]>(
    `update duty_clock clock set state = now.state, warned = now.warned, escalated = now.escalated,
       breached_at = now.breached_at, stopped_at = now.stopped_at, is_late = now.is_late, wake_at = now.wake_at
       ${moves.some(wasPaused) ? ', due_at = now.due_at, paused_ms = now.paused_ms, paused_at = now.paused_at, pause_reason = now.pause_reason' : ''}
       from jsonb_populate_recordset(null::duty_clock, $1::jsonb) now where clock.id = now.id`,
    [JSON.stringify(rows)],
  );
  if (saved !== rows.length) throw new Error(`${rows.length - saved} clocks vanished`);
}

/** Duties of a case follow custody: what the old custodian owes or waits for is now the new one's. */
export async function moveClocks(
  tx: EntityManager,
  caseId: string,
  custody: { readonly from: string; readonly to: string },
): Promise<void> {
  await tx.query(
    `update duty_clock set agency_id = case agency_id when $2 then $3 else agency_id end,
            awaited_by = case awaited_by when $2 then $3 else awaited_by end
      where case_id = $1 and $2 in (agency_id, awaited_by) and ${isOpen}`,
    [caseId, custody.from, custody.to],
  );
}

const wasPaused = ({ clock, endsPause }: Move): boolean =>
  clock.state === 'paused' || clock.pausedMs > 0 || endsPause === true;
