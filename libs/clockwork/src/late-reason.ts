import type { EntityManager } from 'typeorm';
import type { DutyClock } from '@rujukan/clocks';
import type { CodeOf, lateReason } from '@rujukan/contracts';
import { compact } from '@rujukan/persistence';
import type { Sealer } from '@rujukan/sealing';
import type { FoundClock } from './clock.finder.js';

/** Why a limit of the law was missed, in a code and in the words of whoever answers for it. */
export interface LateReason {
  readonly code: CodeOf<typeof lateReason>;
  readonly text: string;
}

export async function saveLateReason(
  tx: EntityManager,
  sealer: Sealer,
  { id, caseId }: DutyClock,
  { code, text }: LateReason,
): Promise<void> {
  const note = await sealer.seal(tx, caseId, placeOfNote(id), text);
  await tx.query('update duty_clock set late_reason = $2, late_note = $3 where id = $1', [id, code, note]);
}

/** The reason that was given, in words; nothing where none was needed. */
export async function openLateReason(
  tx: EntityManager,
  sealer: Sealer,
  { clock, lateReason: code, lateNote }: FoundClock,
): Promise<{ lateReason?: { code: string; text?: string } }> {
  if (code === undefined || lateNote === undefined) return {};
  const text = await sealer.openIfKept(tx, clock.caseId, placeOfNote(clock.id), lateNote);
  return { lateReason: { code, ...compact({ text }) } };
}

const placeOfNote = (clockId: string) => ({ table: 'duty_clock', column: 'late_note', rowId: clockId });
