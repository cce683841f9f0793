import type { EntityManager } from 'typeorm';
import type { DutyClock } from '../domain/clock.js';
import { agencyId, caseId, type AgencyId, type CaseId } from '../domain/ids.js';
import { ClockSchema, type ClockRow } from './clock.row.js';
import { compact } from './compact.js';

export async function insertClocks(tx: EntityManager, clocks: readonly DutyClock[]): Promise<void> {
  if (clocks.length > 0) await tx.getRepository(ClockSchema).insert(clocks.map(toRow));
}

/** Clocks of a case that its agency must keep, kept from others until the transaction ends. */
export async function lockClock(tx: EntityManager, id: CaseId): Promise<DutyClock | undefined> {
  const row = await tx
    .getRepository(ClockSchema)
    .findOne({ where: { caseId: id, definition: 'police-report' }, lock: { mode: 'pessimistic_write' } });
  return row === null ? undefined : toClock(row);
}

export async function findClocks(tx: EntityManager, id: CaseId, agency: AgencyId): Promise<DutyClock[]> {
  const rows = await tx
    .getRepository(ClockSchema)
    .find({ where: { caseId: id, agencyId: agency }, order: { dueAt: 'ASC' } });
  return rows.map(toClock);
}

/** Running clocks whose time is up. Another worker's are passed over, so that each is taken by one. */
export async function lockOverdueClocks(tx: EntityManager, now: Date, limit: number): Promise<DutyClock[]> {
  const rows = await tx
    .getRepository(ClockSchema)
    .createQueryBuilder('clock')
    .where(`clock.state = 'running' and clock.dueAt < :now`, { now })
    .orderBy('clock.dueAt')
    .limit(limit)
    .setLock('pessimistic_write')
    .setOnLocked('skip_locked')
    .getMany();
  return rows.map(toClock);
}

export async function saveClock(tx: EntityManager, clock: DutyClock): Promise<void> {
  const { state, breachedAt, stoppedAt, isLate } = toRow(clock);
  const { affected } = await tx
    .getRepository(ClockSchema)
    .update({ id: clock.id }, { state, breachedAt, stoppedAt, isLate });
  if (affected !== 1) throw new Error(`clock ${clock.id} vanished`);
}

/** The duty follows custody. */
export async function moveClocks(tx: EntityManager, id: CaseId, to: AgencyId): Promise<void> {
  await tx.query(`update duty_clock set agency_id = $2 where case_id = $1`, [id, to]);
}

const toRow = (clock: DutyClock): ClockRow => ({
  id: clock.id,
  definition: clock.definition,
  caseId: clock.caseId,
  agencyId: clock.agencyId,
  state: clock.state,
  startedAt: clock.startedAt,
  dueAt: clock.dueAt,
  breachedAt: ('breachedAt' in clock && clock.breachedAt) || null,
  stoppedAt: clock.state === 'met' ? clock.stoppedAt : null,
  isLate: clock.state === 'met' ? clock.isLate : null,
});

function toClock(row: ClockRow): DutyClock {
  const shared = {
    id: row.id,
    definition: row.definition,
    caseId: caseId(row.caseId),
    agencyId: agencyId(row.agencyId),
    startedAt: row.startedAt,
    dueAt: row.dueAt,
  };
  const { state, breachedAt, stoppedAt, isLate } = row;
  if (state === 'running') return { ...shared, state };
  if (state === 'breached' && breachedAt) return { ...shared, state, breachedAt };
  if (state === 'met' && stoppedAt && isLate !== null)
    return { ...shared, ...compact({ breachedAt }), state, stoppedAt, isLate };
  throw new Error(`clock ${row.id} lacks what its state needs`);
}
