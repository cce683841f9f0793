import { EntitySchema } from 'typeorm';
import type { Milestone } from '../domain/milestones/milestone.js';

export interface MilestoneRow {
  id: string;
  case_id: string;
  code: Milestone['code'];
  occurred_at: Date;
  next_agency_id: string;
  recorded_by_agency_id: string;
  recorded_at: Date;
}

export const milestoneRow = new EntitySchema<MilestoneRow>({
  name: 'milestone',
  columns: {
    id: { type: 'uuid', primary: true },
    case_id: { type: 'uuid' },
    code: { type: 'text' },
    occurred_at: { type: 'timestamptz' },
    next_agency_id: { type: 'uuid' },
    recorded_by_agency_id: { type: 'uuid' },
    recorded_at: { type: 'timestamptz' },
  },
});
