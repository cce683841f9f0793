import type { EntityManager } from 'typeorm';
import type { DutyClock } from '@rujukan/clocks';
import { Clockwork, lockOpenClocks } from '@rujukan/clockwork';
import { clockFact } from '../domain/events.js';
import type { AgencyId, CaseId } from '../domain/ids.js';

/** The clocks of this service. */
export const clocks = new Clockwork(clockFact);

/** The police clock of a case while it is open, kept from others until the transaction ends. */
export async function lockPoliceClock(tx: EntityManager, id: CaseId): Promise<DutyClock | undefined> {
  const open = await lockOpenClocks(tx, { subjects: [id] });
  return open.find(({ definition }) => definition === 'police-report');
}

/** Duties follow custody, those that are done as well: of a case that it gave away an agency keeps nothing. */
export async function moveClocks(tx: EntityManager, id: CaseId, to: AgencyId): Promise<void> {
  await tx.query(`update duty_clock set agency_id = $2 where case_id = $1`, [id, to]);
}
