import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import { agencyId, caseId as asCaseId, type CaseId } from '../domain/ids.js';
import type { Plan } from '../domain/plan.js';
import { PlanRevisionRow } from './plan-revision.row.js';

/** Which plan is in force and in which version; the texts stay sealed. */
export async function planInForce(
  tx: EntityManager,
  caseId: CaseId,
): Promise<{ readonly planId: string; readonly version: number } | undefined> {
  const [row] = await tx.query<{ planId: string; version: number }[]>(
    `select plan_id as "planId", version from plan_revision where case_id = $1 order by version desc limit 1`,
    [caseId],
  );
  return row;
}

export async function savePlan(tx: EntityManager, sealer: Sealer, plan: Plan): Promise<void> {
  const seal = (column: string, text: string) => sealer.seal(tx, plan.caseId, place(column, plan), text);
  await tx.insert(PlanRevisionRow, {
    planId: plan.id,
    version: plan.version,
    caseId: plan.caseId,
    agencyId: plan.agencyId,
    agreedBy: plan.agreedBy,
    agreedAt: plan.agreedAt,
    objective: await seal('objective', plan.objective),
    actions: await seal('actions', JSON.stringify(plan.actions)),
    plannedEnd: plan.plannedEnd ?? null,
  });
}

/** The plan in force, opened. */
export async function readPlan(tx: EntityManager, sealer: Sealer, caseId: CaseId): Promise<Plan | undefined> {
  const [row] = await tx.find(PlanRevisionRow, { where: { caseId }, order: { version: 'DESC' }, take: 1 });
  if (!row) return undefined;
  const open = (column: 'objective' | 'actions') =>
    sealer.open(tx, caseId, place(column, { id: row.planId, version: row.version }), row[column]);
  return {
    id: row.planId,
    version: row.version,
    caseId: asCaseId(row.caseId),
    agencyId: agencyId(row.agencyId),
    agreedBy: row.agreedBy,
    agreedAt: row.agreedAt,
    objective: await open('objective'),
    actions: JSON.parse(await open('actions')) as string[],
    ...(row.plannedEnd === null ? {} : { plannedEnd: row.plannedEnd }),
  };
}

const place = (column: string, { id, version }: { id: string; version: number }) => ({
  table: 'plan_revision',
  column,
  rowId: `${id}:${version}`,
});
