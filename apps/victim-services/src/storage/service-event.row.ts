import { EntitySchema } from 'typeorm';
import type { ServiceType } from '@rujukan/contracts';
import type { ServiceEventStatus } from '../domain/service-event.js';

export interface RecordedServiceEvent {
  id: string;
  caseId: string;
  agencyId: string;
  handoffId: string | null;
  serviceType: ServiceType;
  status: ServiceEventStatus;
  plannedAt: Date | null;
  occurredAt: Date | null;
  /** Sealed text. */
  note: Buffer | null;
  recordedBy: string;
  recordedAt: Date;
}

export const ServiceEventRow = new EntitySchema<RecordedServiceEvent>({
  name: 'service_event',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { name: 'case_id', type: 'uuid' },
    agencyId: { name: 'agency_id', type: 'uuid' },
    handoffId: { name: 'handoff_id', type: 'uuid', nullable: true },
    serviceType: { name: 'service_type', type: 'text' },
    status: { type: 'text' },
    plannedAt: { name: 'planned_at', type: 'timestamptz', nullable: true },
    occurredAt: { name: 'occurred_at', type: 'timestamptz', nullable: true },
    note: { type: 'bytea', nullable: true },
    recordedBy: { name: 'recorded_by', type: 'text' },
    recordedAt: { name: 'recorded_at', type: 'timestamptz' },
  },
});
