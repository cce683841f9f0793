import { EntitySchema } from 'typeorm';
import type { ClosureReason } from '../domain/closure.js';

export interface ClosureRecord {
  id: string;
  caseId: string;
  agencyId: string;
  reason: ClosureReason;
  /** Sealed text. */
  note: Buffer | null;
  status: 'requested' | 'approved' | 'lapsed';
  requestedBy: string;
  requestedAt: Date;
  approvedBy: string | null;
  approvedAt: Date | null;
  lapsedAt: Date | null;
  version: number;
}

export const ClosureRow = new EntitySchema<ClosureRecord>({
  name: 'closure',
  columns: {
    id: { type: 'uuid', primary: true },
    caseId: { name: 'case_id', type: 'uuid' },
    agencyId: { name: 'agency_id', type: 'uuid' },
    reason: { type: 'text' },
    note: { type: 'bytea', nullable: true },
    status: { type: 'text' },
    requestedBy: { name: 'requested_by', type: 'text' },
    requestedAt: { name: 'requested_at', type: 'timestamptz' },
    approvedBy: { name: 'approved_by', type: 'text', nullable: true },
    approvedAt: { name: 'approved_at', type: 'timestamptz', nullable: true },
    lapsedAt: { name: 'lapsed_at', type: 'timestamptz', nullable: true },
    version: { type: 'int' },
  },
});
