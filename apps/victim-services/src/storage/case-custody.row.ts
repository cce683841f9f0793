import { EntitySchema } from 'typeorm';
import type { RiskLevel } from '../domain/policy.js';

export interface CaseCustody {
  caseId: string;
  /** Null while only a change of custody is known and the opening is still on its way. */
  caseNumber: string | null;
  custodianAgencyId: string;
  epoch: number;
  riskLevel: RiskLevel;
  status: 'open' | 'closed';
  closedAt: Date | null;
}

export const CaseCustodyRow = new EntitySchema<CaseCustody>({
  name: 'case_custody',
  columns: {
    caseId: { name: 'case_id', type: 'uuid', primary: true },
    caseNumber: { name: 'case_number', type: 'text', nullable: true },
    custodianAgencyId: { name: 'custodian_agency_id', type: 'uuid' },
    epoch: { type: 'int' },
    riskLevel: { name: 'risk_level', type: 'text' },
    status: { type: 'text' },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
  },
});
