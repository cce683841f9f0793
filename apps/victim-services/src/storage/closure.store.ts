import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { Closure } from '../domain/closure.js';
import { agencyId, caseId as asCaseId, closureId, type CaseId, type ClosureId } from '../domain/ids.js';
import { ClosureRow, type ClosureRecord } from './closure.row.js';

export async function insertClosure(
  tx: EntityManager,
  closure: Closure,
  note: { readonly text: string | undefined; readonly sealer: Sealer },
): Promise<void> {
  const { text, sealer } = note;
  await tx.insert(ClosureRow, {
    id: closure.id,
    caseId: closure.caseId,
    agencyId: closure.agencyId,
    reason: closure.reason,
    note: text ? await sealer.seal(tx, closure.caseId, notePlace(closure.id), text) : null,
    status: closure.status,
    requestedBy: closure.requestedBy,
    requestedAt: closure.requestedAt,
    version: closure.version,
  });
}

/** Which case a closure belongs to, so that the case can be locked before the closure is read. */
export async function caseOfClosure(tx: EntityManager, id: ClosureId): Promise<CaseId | undefined> {
  const row = await tx.findOne(ClosureRow, { where: { id }, select: { id: true, caseId: true } });
  return row ? asCaseId(row.caseId) : undefined;
}

export async function findClosure(tx: EntityManager, id: ClosureId): Promise<Closure | undefined> {
  const row = await tx.findOne(ClosureRow, { where: { id } });
  return row ? closureOf(row) : undefined;
}

/** The newest closure of a case, whatever became of it, with its note still sealed. */
export async function latestClosure(
  tx: EntityManager,
  caseId: CaseId,
): Promise<{ readonly closure: Closure; readonly row: ClosureRecord } | undefined> {
  const [row] = await tx.find(ClosureRow, { where: { caseId }, order: { id: 'DESC' }, take: 1 });
  return row && { closure: closureOf(row), row };
}

export const openClosureNote = (tx: EntityManager, sealer: Sealer, row: ClosureRecord) =>
  row.note ? sealer.open(tx, row.caseId, notePlace(row.id), row.note) : Promise.resolve(undefined);

export async function saveApproval(
  tx: EntityManager,
  closure: Closure,
  approval: { readonly by: string; readonly at: Date },
): Promise<void> {
  await tx.update(
    ClosureRow,
    { id: closure.id },
    {
      status: 'approved',
      approvedBy: approval.by,
      approvedAt: approval.at,
      version: closure.version + 1,
    },
  );
}

/** A pending request ends with the custody it was made under. @returns the request that lapsed, if there was one. */
export async function lapseClosure(
  tx: EntityManager,
  caseId: string,
  at: Date,
): Promise<{ readonly id: string; readonly version: number } | undefined> {
  const [[lapsed]] = await tx.query<[{ id: string; version: number }[], number]>(
    `update closure set status = 'lapsed', lapsed_at = $2, version = version + 1
      where case_id = $1 and status = 'requested' returning id, version`,
    [caseId, at],
  );
  return lapsed;
}

export function closureOf(row: ClosureRecord): Closure {
  const shared = {
    id: closureId(row.id),
    caseId: asCaseId(row.caseId),
    agencyId: agencyId(row.agencyId),
    reason: row.reason,
    requestedBy: row.requestedBy,
    requestedAt: row.requestedAt,
    version: row.version,
  };
  switch (row.status) {
    case 'requested':
      return { ...shared, status: 'requested' };
    case 'approved':
      return { ...shared, status: 'approved', approvedBy: row.approvedBy!, approvedAt: row.approvedAt! };
    case 'lapsed':
      return { ...shared, status: 'lapsed', lapsedAt: row.lapsedAt! };
  }
}

const notePlace = (id: string) => ({ table: 'closure', column: 'note', rowId: id });
