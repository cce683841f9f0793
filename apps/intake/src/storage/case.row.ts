import { EntitySchema } from 'typeorm';
import type { CaseFile } from '../domain/case.js';
import type { Circumstances, Place, ReportedChild } from '../domain/report-content.js';

/** What happened, in codes; the story itself lies sealed in each case. */
export interface IncidentRow extends Omit<Circumstances, 'occurredAt' | 'channel'> {
  id: string;
  number: string;
  reportId: string;
  openedByAgencyId: string;
  openedAt: Date;
  authority: string;
  occurredAt: Date | null;
  placeType: Place['type'];
  areaCode: Place['areaCode'] | null;
}

/** One case, one row. What is sealed is read only where its field is shown. */
export interface CaseRow extends Pick<
  CaseFile,
  'riskLevel' | 'ageBand' | 'sex' | 'languages' | 'hasDisability'
> {
  id: string;
  number: string;
  version: number;
  status: CaseFile['status'];
  incidentId: string;
  reportId: string;
  custodianAgencyId: string;
  epoch: number;
  areaCode: Place['areaCode'] | null;
  openedAt: Date;
  closedAt: Date | null;
  closureReason: string | null;
  statedAge: number | null;
  ageCertainty: ReportedChild['ageCertainty'];
  residenceAreaCode: Place['areaCode'] | null;
  policeReportedAt: Date | null;
  name: Buffer | null;
  birthDate: Buffer | null;
  nik: Buffer | null;
  residenceAddress: Buffer | null;
  guardian: Buffer | null;
  currentLocation: Buffer | null;
  summary: Buffer;
  placeDescription: Buffer | null;
  policeReportNumber: Buffer | null;
}

const codes = { type: 'text', array: true } as const;
const sealed = { type: 'bytea', nullable: true, select: false } as const;
// Readable by the API only: the worker's role has no grant on it.
const apart = { select: false } as const;

export const IncidentSchema = new EntitySchema<IncidentRow>({
  name: 'incident',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    reportId: { name: 'report_id', type: 'uuid' },
    openedByAgencyId: { name: 'opened_by_agency_id', type: 'uuid' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    authority: { type: 'text' },
    occurredAt: { name: 'occurred_at', type: 'timestamptz', nullable: true },
    placeType: { name: 'place_type', type: 'text' },
    areaCode: { name: 'area_code', type: 'text', nullable: true },
    immediateSafety: { name: 'immediate_safety', type: 'text' },
    exploitationTypes: { ...codes, name: 'exploitation_types' },
    modus: codes,
    platforms: codes,
    contributingFactors: { ...codes, name: 'contributing_factors' },
  },
});

export const CaseSchema = new EntitySchema<CaseRow>({
  name: 'case_file',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    version: { type: 'int' },
    status: { type: 'text' },
    incidentId: { name: 'incident_id', type: 'uuid' },
    reportId: { name: 'report_id', type: 'uuid' },
    custodianAgencyId: { name: 'custodian_agency_id', type: 'uuid' },
    epoch: { type: 'int' },
    riskLevel: { name: 'risk_level', type: 'text' },
    ageBand: { name: 'age_band', type: 'text' },
    sex: { type: 'text' },
    areaCode: { name: 'area_code', type: 'text', nullable: true },
    languages: codes,
    hasDisability: { name: 'has_disability', type: 'boolean' },
    openedAt: { name: 'opened_at', type: 'timestamptz' },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
    closureReason: { name: 'closure_reason', type: 'text', nullable: true },
    statedAge: { ...apart, name: 'stated_age', type: 'smallint', nullable: true },
    ageCertainty: { ...apart, name: 'age_certainty', type: 'text' },
    residenceAreaCode: { ...apart, name: 'residence_area_code', type: 'text', nullable: true },
    policeReportedAt: { ...apart, name: 'police_reported_at', type: 'timestamptz', nullable: true },
    name: sealed,
    birthDate: { ...sealed, name: 'birth_date' },
    nik: sealed,
    residenceAddress: { ...sealed, name: 'residence_address' },
    guardian: sealed,
    currentLocation: { ...sealed, name: 'current_location' },
    summary: { ...sealed, nullable: false },
    placeDescription: { ...sealed, name: 'place_description' },
    policeReportNumber: { ...sealed, name: 'police_report_number' },
  },
});
