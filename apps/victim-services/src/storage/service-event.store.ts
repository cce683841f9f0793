import type { EntityManager } from 'typeorm';
import type { Sealer } from '@rujukan/sealing';
import type { ServiceEvent } from '../domain/service-event.js';
import { ServiceEventRow, type RecordedServiceEvent } from './service-event.row.js';

export async function saveServiceEvent(
  tx: EntityManager,
  sealer: Sealer,
  event: ServiceEvent,
): Promise<void> {
  await tx.insert(ServiceEventRow, {
    id: event.id,
    caseId: event.caseId,
    agencyId: event.agencyId,
    handoffId: event.handoffId ?? null,
    serviceType: event.serviceType,
    status: event.status,
    plannedAt: event.plannedAt ?? null,
    occurredAt: event.occurredAt ?? null,
    note: event.note ? await sealer.seal(tx, event.caseId, notePlace(event.id), event.note) : null,
    recordedBy: event.recordedBy,
    recordedAt: event.recordedAt,
  });
}

/** What the caller's agency may see of the case's contacts, newest first. */
export const findServiceEvents = (
  tx: EntityManager,
  caseId: string,
  { onlyOf, limit }: { readonly onlyOf?: string | undefined; readonly limit: number },
): Promise<RecordedServiceEvent[]> =>
  tx.find(ServiceEventRow, {
    where: { caseId, ...(onlyOf === undefined ? {} : { agencyId: onlyOf }) },
    order: { id: 'DESC' },
    take: limit,
  });

export const openNote = (tx: EntityManager, sealer: Sealer, event: RecordedServiceEvent) =>
  event.note ? sealer.open(tx, event.caseId, notePlace(event.id), event.note) : Promise.resolve(undefined);

const notePlace = (id: string) => ({ table: 'service_event', column: 'note', rowId: id });
