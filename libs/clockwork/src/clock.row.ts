import { EntitySchema } from 'typeorm';
import type { Definition, DutyClock } from '@rujukan/clocks';
import { wakeAt } from '@rujukan/clocks';

export interface ClockRow {
  id: string;
  definition: Definition;
  policy_version: number;
  case_id: string;
  agency_id: string;
  awaited_by: string | null;
  subject: string;
  aspect: string;
  round: number;
  state: DutyClock['state'];
  started_at: Date;
  due_at: Date;
  paused_ms: number;
  paused_at: Date | null;
  pause_reason: string | null;
  warned: DutyClock['warned'];
  escalated: number;
  breached_at: Date | null;
  stopped_at: Date | null;
  is_late: boolean | null;
  /** When a worker must look at it next; null when time brings nothing more. */
  wake_at: Date | null;
  /** Why a limit of the law was missed: the code, and the sealed words. */
  late_reason: string | null;
  late_note: Buffer | null;
}

export const clockRow = new EntitySchema<ClockRow>({
  name: 'duty_clock',
  columns: {
    id: { type: 'uuid', primary: true },
    definition: { type: 'text' },
    policy_version: { type: 'int' },
    case_id: { type: 'uuid' },
    agency_id: { type: 'uuid' },
    awaited_by: { type: 'uuid', nullable: true },
    subject: { type: 'uuid' },
    aspect: { type: 'text' },
    round: { type: 'int' },
    state: { type: 'text' },
    started_at: { type: 'timestamptz' },
    due_at: { type: 'timestamptz' },
    paused_ms: { type: 'double precision' },
    paused_at: { type: 'timestamptz', nullable: true },
    pause_reason: { type: 'text', nullable: true },
    warned: { type: 'smallint' },
    escalated: { type: 'smallint' },
    breached_at: { type: 'timestamptz', nullable: true },
    stopped_at: { type: 'timestamptz', nullable: true },
    is_late: { type: 'boolean', nullable: true },
    wake_at: { type: 'timestamptz', nullable: true },
    late_reason: { type: 'text', nullable: true },
    late_note: { type: 'bytea', nullable: true },
  },
});

export const toRow = (clock: DutyClock): ClockRow => ({
  id: clock.id,
  definition: clock.definition,
  policy_version: clock.policyVersion,
  case_id: clock.caseId,
  agency_id: clock.agencyId,
  awaited_by: clock.awaitedBy ?? null,
  subject: clock.subject,
  aspect: clock.aspect,
  round: clock.round,
  state: clock.state,
  started_at: clock.startedAt,
  due_at: clock.dueAt,
  paused_ms: clock.pausedMs,
  paused_at: clock.state === 'paused' ? clock.pausedAt : null,
  pause_reason: clock.state === 'paused' ? clock.pauseReason : null,
  warned: clock.warned,
  escalated: clock.escalated,
  breached_at: ('breachedAt' in clock && clock.breachedAt) || null,
  stopped_at: 'stoppedAt' in clock ? clock.stoppedAt : null,
  is_late: clock.state === 'met' ? clock.isLate : null,
  wake_at: wakeAt(clock) ?? null,
  late_reason: null,
  late_note: null,
});

export function toClock(row: ClockRow): DutyClock {
  const shared = {
    id: row.id,
    definition: row.definition,
    policyVersion: row.policy_version,
    caseId: row.case_id,
    agencyId: row.agency_id,
    ...(row.awaited_by === null ? {} : { awaitedBy: row.awaited_by }),
    subject: row.subject,
    aspect: row.aspect,
    round: row.round,
    startedAt: row.started_at,
    dueAt: row.due_at,
    pausedMs: row.paused_ms,
    warned: row.warned,
    escalated: row.escalated,
  };
  return { ...shared, ...standingOf(row) } as DutyClock;
}

/** The constraints of the table hold what the type says: each state with exactly its own facts. */
const standingOf = (row: ClockRow): object => ({
  state: row.state,
  ...(row.paused_at === null ? {} : { pausedAt: row.paused_at, pauseReason: row.pause_reason }),
  ...(row.breached_at === null ? {} : { breachedAt: row.breached_at }),
  ...(row.stopped_at === null ? {} : { stoppedAt: row.stopped_at }),
  ...(row.is_late === null ? {} : { isLate: row.is_late }),
});
