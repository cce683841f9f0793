import { EntitySchema } from 'typeorm';
import type { AgeBand, RiskLevel, Sex } from '../domain/custody/custody.js';

export interface CaseCustodyRow {
  case_id: string;
  case_number: string;
  custodian_agency_id: string;
  epoch: number;
  closed_at: Date | null;
  risk_level: RiskLevel;
  age_band: AgeBand;
  sex: Sex;
  area_code: string | null;
  languages: string[];
  has_disability: boolean;
  guardian_is_suspect: boolean;
}

export const caseCustodyRow = new EntitySchema<CaseCustodyRow>({
  name: 'case_custody',
  columns: {
    case_id: { type: 'uuid', primary: true },
    case_number: { type: 'text' },
    custodian_agency_id: { type: 'uuid' },
    epoch: { type: 'int' },
    closed_at: { type: 'timestamptz', nullable: true },
    risk_level: { type: 'text' },
    age_band: { type: 'text' },
    sex: { type: 'text' },
    area_code: { type: 'text', nullable: true },
    languages: { type: 'text', array: true },
    has_disability: { type: 'boolean' },
    guardian_is_suspect: { type: 'boolean' },
  },
});

export interface CustodyPeriodRow {
  case_id: string;
  epoch: number;
  agency_id: string;
  since: Date;
  /** The transfer that began it; null for the agency that opened the case. */
  handoff_id: string | null;
}

export const custodyPeriodRow = new EntitySchema<CustodyPeriodRow>({
  name: 'custody_period',
  columns: {
    case_id: { type: 'uuid', primary: true },
    epoch: { type: 'int', primary: true },
    agency_id: { type: 'uuid' },
    since: { type: 'timestamptz' },
    handoff_id: { type: 'uuid', nullable: true },
  },
});

export interface ClosedCaseRow {
  case_id: string;
  closed_at: Date;
}

export const closedCaseRow = new EntitySchema<ClosedCaseRow>({
  name: 'closed_case',
  columns: {
    case_id: { type: 'uuid', primary: true },
    closed_at: { type: 'timestamptz' },
  },
});
