import { EntitySchema } from 'typeorm';
import type { FeedbackProgress } from '../domain/handoffs/feedback.js';

export interface FeedbackRow {
  id: string;
  handoff_id: string;
  agency_id: string;
  at: Date;
  progress: FeedbackProgress;
  note: Buffer | null;
}

/** One line per word of the receiver, never altered; what it wrote besides is sealed. */
export const feedbackRow = new EntitySchema<FeedbackRow>({
  name: 'handoff_feedback',
  columns: {
    id: { type: 'uuid', primary: true },
    handoff_id: { type: 'uuid' },
    agency_id: { type: 'uuid' },
    at: { type: 'timestamptz' },
    progress: { type: 'text' },
    note: { type: 'bytea', nullable: true },
  },
});
