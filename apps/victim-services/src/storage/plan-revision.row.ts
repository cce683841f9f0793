import { EntitySchema } from 'typeorm';

export interface PlanRevision {
  planId: string;
  version: number;
  caseId: string;
  agencyId: string;
  agreedBy: string;
  agreedAt: Date;
  /** Sealed text. */
  objective: Buffer;
  /** Sealed JSON array of texts. */
  actions: Buffer;
  plannedEnd: string | null;
}

export const PlanRevisionRow = new EntitySchema<PlanRevision>({
  name: 'plan_revision',
  columns: {
    planId: { name: 'plan_id', type: 'uuid', primary: true },
    version: { type: 'int', primary: true },
    caseId: { name: 'case_id', type: 'uuid' },
    agencyId: { name: 'agency_id', type: 'uuid' },
    agreedBy: { name: 'agreed_by', type: 'text' },
    agreedAt: { name: 'agreed_at', type: 'timestamptz' },
    objective: { type: 'bytea' },
    actions: { type: 'bytea' },
    plannedEnd: { name: 'planned_end', type: 'date', nullable: true },
  },
});
