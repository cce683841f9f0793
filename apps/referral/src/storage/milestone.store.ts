import type { EntityManager } from 'typeorm';
import { agencyId, caseId, milestoneId, type CaseId } from '../domain/ids.js';
import type { Milestone } from '../domain/milestones/milestone.js';
import { milestoneRow, type MilestoneRow } from './milestone.row.js';

export async function insertMilestone(tx: EntityManager, milestone: Milestone): Promise<void> {
  await tx.insert(milestoneRow, {
    id: milestone.id,
    case_id: milestone.caseId,
    code: milestone.code,
    occurred_at: milestone.occurredAt,
    next_agency_id: milestone.nextAgency,
    recorded_by_agency_id: milestone.recordedBy,
    recorded_at: milestone.recordedAt,
  });
}

/** In the order in which they happened. */
export async function findMilestones(tx: EntityManager, id: CaseId): Promise<Milestone[]> {
  const rows = await tx.find(milestoneRow, {
    where: { case_id: id },
    order: { occurred_at: 'asc', id: 'asc' },
  });
  return rows.map(toMilestone);
}

const toMilestone = (row: MilestoneRow): Milestone => ({
  id: milestoneId(row.id),
  caseId: caseId(row.case_id),
  code: row.code,
  occurredAt: row.occurred_at,
  nextAgency: agencyId(row.next_agency_id),
  recordedBy: agencyId(row.recorded_by_agency_id),
  recordedAt: row.recorded_at,
});
