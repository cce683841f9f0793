import { EntitySchema } from 'typeorm';
import type { DutyClock } from '../domain/clock.js';

export interface ClockRow {
  id: string;
  definition: DutyClock['definition'];
  caseId: string;
  agencyId: string;
  state: DutyClock['state'];
  startedAt: Date;
  dueAt: Date;
  breachedAt: Date | null;
  stoppedAt: Date | null;
  isLate: boolean | null;
}

export const ClockSchema = new EntitySchema<ClockRow>({
  name: 'duty_clock',
  columns: {
    id: { type: 'uuid', primary: true },
    definition: { type: 'text' },
    caseId: { name: 'case_id', type: 'uuid' },
    agencyId: { name: 'agency_id', type: 'uuid' },
    state: { type: 'text' },
    startedAt: { name: 'started_at', type: 'timestamptz' },
    dueAt: { name: 'due_at', type: 'timestamptz' },
    breachedAt: { name: 'breached_at', type: 'timestamptz', nullable: true },
    stoppedAt: { name: 'stopped_at', type: 'timestamptz', nullable: true },
    isLate: { name: 'is_late', type: 'boolean', nullable: true },
  },
});
