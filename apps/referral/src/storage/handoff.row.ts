import type { FieldGroup } from '@rujukan/contracts';
import { EntitySchema } from 'typeorm';
import type { AgeBand, RiskLevel, Sex } from '../domain/custody/custody.js';
import type { TextPart } from '../domain/handoffs/envelope.js';
import type {
  LawfulBasis,
  OutcomeCode,
  RejectionReason,
  StepReason,
  Terms,
} from '../domain/handoffs/handoff.js';
import type { HandoffStatus } from '../domain/handoffs/machine.js';

export interface HandoffRow {
  id: string;
  number: string;
  case_id: string;
  case_number: string;
  custody_epoch: number;
  kind: Terms['kind'];
  status: HandoffStatus;
  version: number;
  from_agency_id: string;
  to_agency_id: string;
  service_id: string | null;
  service_type: Terms['serviceType'];
  share_profile: Terms['shareProfile'];
  lawful_basis: LawfulBasis['code'];
  lawful_basis_article: string | null;
  consent_id: string | null;
  override_id: string | null;
  priority: Terms['priority'];
  risk_level: RiskLevel;
  /** No longer written: what describes the child is in `handoff_envelope`. */
  age_band: AgeBand | null;
  sex: Sex | null;
  area_code: string | null;
  languages: string[] | null;
  has_disability: boolean | null;
  profile_version: number | null;
  /** The groups that the sender saw; null before they were kept: then the profile's. */
  will_share: FieldGroup[] | null;
  preview_purged_at: Date | null;
  open_request_id: string | null;
  part_of_id: string | null;
  forwarded_by_agency_id: string | null;
  claimed_by: string | null;
  requested_at: Date;
  due_at: Date;
  accepted_at: Date | null;
  ended_at: Date | null;
  status_reason: RejectionReason | null;
  outcome: OutcomeCode | null;
}

export const handoffRow = new EntitySchema<HandoffRow>({
  name: 'handoff',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text', unique: true },
    case_id: { type: 'uuid' },
    case_number: { type: 'text' },
    custody_epoch: { type: 'int' },
    kind: { type: 'text' },
    status: { type: 'text' },
    version: { type: 'int' },
    from_agency_id: { type: 'uuid' },
    to_agency_id: { type: 'uuid' },
    service_id: { type: 'uuid', nullable: true },
    service_type: { type: 'text' },
    share_profile: { type: 'text' },
    lawful_basis: { type: 'text' },
    lawful_basis_article: { type: 'text', nullable: true },
    consent_id: { type: 'uuid', nullable: true },
    override_id: { type: 'uuid', nullable: true },
    priority: { type: 'text' },
    risk_level: { type: 'text' },
    age_band: { type: 'text', nullable: true },
    sex: { type: 'text', nullable: true },
    area_code: { type: 'text', nullable: true },
    languages: { type: 'text', array: true, nullable: true },
    has_disability: { type: 'boolean', nullable: true },
    profile_version: { type: 'int', nullable: true },
    will_share: { type: 'text', array: true, nullable: true },
    preview_purged_at: { type: 'timestamptz', nullable: true },
    open_request_id: { type: 'uuid', nullable: true },
    part_of_id: { type: 'uuid', nullable: true },
    forwarded_by_agency_id: { type: 'uuid', nullable: true },
    claimed_by: { type: 'uuid', nullable: true },
    requested_at: { type: 'timestamptz' },
    due_at: { type: 'timestamptz' },
    accepted_at: { type: 'timestamptz', nullable: true },
    ended_at: { type: 'timestamptz', nullable: true },
    status_reason: { type: 'text', nullable: true },
    outcome: { type: 'text', nullable: true },
  },
});

export interface HandoffStepRow {
  handoff_id: string;
  version: number;
  status: HandoffStatus;
  at: Date;
  agency_id: string;
  status_reason: StepReason | null;
  outcome: OutcomeCode | null;
}

/** One line per change, never altered. */
export const handoffStepRow = new EntitySchema<HandoffStepRow>({
  name: 'handoff_step',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    version: { type: 'int', primary: true },
    status: { type: 'text' },
    at: { type: 'timestamptz' },
    agency_id: { type: 'uuid' },
    status_reason: { type: 'text', nullable: true },
    outcome: { type: 'text', nullable: true },
  },
});

export interface HandoffMessageRow {
  handoff_id: string;
  version: number;
  agency_id: string;
  sealed: Buffer;
}

/** What was said with a step, sealed; one for a version at most. */
export const handoffMessageRow = new EntitySchema<HandoffMessageRow>({
  name: 'handoff_message',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    version: { type: 'int', primary: true },
    agency_id: { type: 'uuid' },
    sealed: { type: 'bytea' },
  },
});

export interface HandoffTextRow {
  handoff_id: string;
  part: TextPart;
  agency_id: string;
  sealed: Buffer;
}

/** Narrative, sealed, in a table of its own: row security can keep it from a receiver that has not accepted. */
export const handoffTextRow = new EntitySchema<HandoffTextRow>({
  name: 'handoff_text',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    part: { type: 'text', primary: true },
    agency_id: { type: 'uuid' },
    sealed: { type: 'bytea' },
  },
});
