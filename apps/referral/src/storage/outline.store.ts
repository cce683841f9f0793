import type { EntityManager } from 'typeorm';
import type { ServiceType } from '@rujukan/contracts';
import type { ChildOutline } from '../domain/custody/custody.js';
import { handoffId, type CaseId, type HandoffId } from '../domain/ids.js';
import type { Priority } from '../domain/handoffs/handoff.js';

/** An offer that nobody has answered, as far as its urgency goes. */
export interface WaitingOffer {
  readonly id: HandoffId;
  readonly serviceType: ServiceType;
  readonly priority: Priority;
}

const isWaiting = `status in ('draft', 'requested', 'received', 'returned')`;

/** Writes how a child is seen now, for what comes and for what waits. @returns the offers that wait. */
export async function saveOutline(
  tx: EntityManager,
  id: CaseId,
  { riskLevel, ageBand }: Pick<ChildOutline, 'riskLevel' | 'ageBand'>,
): Promise<WaitingOffer[]> {
  await tx.query('update case_custody set risk_level = $2, age_band = $3 where case_id = $1', [
    id,
    riskLevel,
    ageBand,
  ]);
  await tx.query(
    `update handoff_envelope envelope set age_band = $2 from handoff
      where handoff.id = envelope.handoff_id and case_id = $1 and ${isWaiting}`,
    [id, ageBand],
  );
  const [rows] = await tx.query<[{ id: string; service_type: ServiceType; priority: Priority }[], number]>(
    `update handoff set risk_level = $2 where case_id = $1 and ${isWaiting} returning id, service_type, priority`,
    [id, riskLevel],
  );
  return rows.map((row) => ({
    id: handoffId(row.id),
    serviceType: row.service_type,
    priority: row.priority,
  }));
}

/** When the receiver must have answered now. */
export async function saveDueAt(tx: EntityManager, id: string, dueAt: Date): Promise<void> {
  await tx.query('update handoff set due_at = $2 where id = $1', [id, dueAt]);
}
