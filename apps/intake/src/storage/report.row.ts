import { EntitySchema } from 'typeorm';
import type { Report, ReportStatus } from '../domain/report.js';
import type { Circumstances, Place, ReportContent, ReportedChild } from '../domain/report-content.js';

/** What was done with a report, one row. */
export interface ReportRow extends Omit<Circumstances, 'occurredAt'> {
  id: string;
  number: string;
  status: ReportStatus;
  version: number;
  filedByAgencyId: string;
  recipientAgencyId: string;
  formerRecipientIds: string[];
  receivedAt: Date;
  missing: string[];
  incidentId: string | null;
  primaryReportId: string | null;
  reporterRole: ReportContent['reporterRole'];
  isAnonymous: boolean;
  occurredAt: Date | null;
  placeType: Place['type'];
  areaCode: Place['areaCode'] | null;
  childrenCount: number;
  reporterContact: Buffer | null;
  placeDescription: Buffer | null;
  summary: Buffer;
  policeReportNumber: Buffer | null;
}

/** One child of a report, one row. */
export interface ReportChildRow extends Pick<
  ReportedChild,
  'sex' | 'ageCertainty' | 'languages' | 'hasDisability'
> {
  id: string;
  reportId: string;
  position: number;
  statedAge: number | null;
  residenceAreaCode: Place['areaCode'] | null;
  name: Buffer | null;
  birthDate: Buffer | null;
  nik: Buffer | null;
  residenceAddress: Buffer | null;
  guardian: Buffer | null;
  currentLocation: Buffer | null;
}

export type StatusColumns = Pick<
  ReportRow,
  | 'id'
  | 'number'
  | 'status'
  | 'version'
  | 'filedByAgencyId'
  | 'recipientAgencyId'
  | 'formerRecipientIds'
  | 'receivedAt'
  | 'missing'
  | 'incidentId'
  | 'primaryReportId'
>;

/** Columns that a triage decision changes. */
export const triageColumns = (report: Report) => ({
  status: report.status,
  version: report.version,
  recipientAgencyId: report.recipientAgencyId,
  formerRecipientIds: [...report.formerRecipientIds],
  missing: report.status === 'insufficient-info' ? [...report.missing] : [],
  incidentId: report.status === 'accepted' ? report.incidentId : null,
  primaryReportId: report.status === 'linked-duplicate' ? report.primaryReportId : null,
});

const codes = { type: 'text', array: true } as const;
const sealed = { type: 'bytea', nullable: true, select: false } as const;

export const ReportSchema = new EntitySchema<ReportRow>({
  name: 'report',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    filedByAgencyId: { name: 'filed_by_agency_id', type: 'uuid' },
    recipientAgencyId: { name: 'recipient_agency_id', type: 'uuid' },
    formerRecipientIds: { name: 'former_recipient_ids', type: 'uuid', array: true },
    receivedAt: { name: 'received_at', type: 'timestamptz' },
    missing: codes,
    incidentId: { name: 'incident_id', type: 'uuid', nullable: true },
    primaryReportId: { name: 'primary_report_id', type: 'uuid', nullable: true },
    channel: { type: 'text' },
    reporterRole: { name: 'reporter_role', type: 'text' },
    isAnonymous: { name: 'is_anonymous', type: 'boolean' },
    occurredAt: { name: 'occurred_at', type: 'timestamptz', nullable: true },
    placeType: { name: 'place_type', type: 'text' },
    areaCode: { name: 'area_code', type: 'text', nullable: true },
    immediateSafety: { name: 'immediate_safety', type: 'text' },
    exploitationTypes: { ...codes, name: 'exploitation_types' },
    modus: codes,
    platforms: codes,
    contributingFactors: { ...codes, name: 'contributing_factors' },
    childrenCount: { name: 'children_count', type: 'smallint' },
    reporterContact: { ...sealed, name: 'reporter_contact' },
    placeDescription: { ...sealed, name: 'place_description' },
    summary: { ...sealed, nullable: false },
    policeReportNumber: { ...sealed, name: 'police_report_number' },
  },
});

export const ReportChildSchema = new EntitySchema<ReportChildRow>({
  name: 'report_child',
  columns: {
    id: { type: 'uuid', primary: true },
    reportId: { name: 'report_id', type: 'uuid' },
    position: { type: 'smallint' },
    sex: { type: 'text' },
    statedAge: { name: 'stated_age', type: 'smallint', nullable: true },
    ageCertainty: { name: 'age_certainty', type: 'text' },
    residenceAreaCode: { name: 'residence_area_code', type: 'text', nullable: true },
    languages: codes,
    hasDisability: { name: 'has_disability', type: 'boolean' },
    name: sealed,
    birthDate: { ...sealed, name: 'birth_date' },
    nik: sealed,
    residenceAddress: { ...sealed, name: 'residence_address' },
    guardian: sealed,
    currentLocation: { ...sealed, name: 'current_location' },
  },
});
