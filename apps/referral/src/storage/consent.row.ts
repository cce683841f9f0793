import { EntitySchema } from 'typeorm';
import type { Held } from '../domain/consents/consent-events.js';
import type { Consent } from '../domain/consents/consent.js';
import type { Override } from '../domain/overrides/override.js';
import type { Answer } from '../domain/consents/withdrawal.js';

export interface ConsentRow {
  id: string;
  case_id: string;
  version: number;
  status: Consent['status'];
  is_given: boolean;
  given_by: Consent['givenBy'];
  relation: Consent['relation'];
  child_assent: Consent['childAssent'];
  purposes: Consent['purposes'][number][];
  recipients: string[];
  told: Consent['told'][number][];
  field_groups: Consent['fieldGroups'][number][];
  text_language: string;
  text_version: number;
  form: Consent['form'];
  valid_from: Date;
  valid_to: Date;
  recorded_by_agency_id: string;
  recorded_at: Date;
  ended_at: Date | null;
}

const texts = { type: 'text', array: true } as const;

export const consentRow = new EntitySchema<ConsentRow>({
  name: 'consent',
  columns: {
    id: { type: 'uuid', primary: true },
    case_id: { type: 'uuid' },
    version: { type: 'int' },
    status: { type: 'text' },
    is_given: { type: 'boolean' },
    given_by: { type: 'text' },
    relation: { type: 'text' },
    child_assent: { type: 'text' },
    purposes: texts,
    recipients: { type: 'uuid', array: true },
    told: texts,
    field_groups: texts,
    text_language: { type: 'text' },
    text_version: { type: 'int' },
    form: { type: 'text' },
    valid_from: { type: 'timestamptz' },
    valid_to: { type: 'timestamptz' },
    recorded_by_agency_id: { type: 'uuid' },
    recorded_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz', nullable: true },
  },
});

export type ConsentPart = 'giver' | 'evidence' | 'reason';

export interface ConsentTextRow {
  consent_id: string;
  part: ConsentPart;
  sealed: Buffer;
}

/** Names and references, sealed, apart from what a receiver may look up. */
export const consentTextRow = new EntitySchema<ConsentTextRow>({
  name: 'consent_text',
  columns: {
    consent_id: { type: 'uuid', primary: true },
    part: { type: 'text', primary: true },
    sealed: { type: 'bytea' },
  },
});

export interface ConsentHolderRow {
  handoff_id: string;
  consent_id: string;
  case_id: string;
  agency_id: string;
  kind: Held['kind'];
  since: Date;
  access_ended_at: Date | null;
}

export const consentHolderRow = new EntitySchema<ConsentHolderRow>({
  name: 'consent_holder',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    consent_id: { type: 'uuid' },
    case_id: { type: 'uuid' },
    agency_id: { type: 'uuid' },
    kind: { type: 'text' },
    since: { type: 'timestamptz' },
    access_ended_at: { type: 'timestamptz', nullable: true },
  },
});

export interface WithdrawalNoticeRow {
  id: string;
  consent_id: string;
  case_id: string;
  agency_id: string;
  version: number;
  sent_at: Date;
  due_at: Date;
  answer: Answer['answer'] | null;
  answered_at: Date | null;
  lawful_basis: NonNullable<Answer['basis']>['code'] | null;
  lawful_basis_article: string | null;
  /** Why it is kept, sealed. */
  reason: Buffer | null;
}

export const withdrawalNoticeRow = new EntitySchema<WithdrawalNoticeRow>({
  name: 'withdrawal_notice',
  columns: {
    id: { type: 'uuid', primary: true },
    consent_id: { type: 'uuid' },
    case_id: { type: 'uuid' },
    agency_id: { type: 'uuid' },
    version: { type: 'int' },
    sent_at: { type: 'timestamptz' },
    due_at: { type: 'timestamptz' },
    answer: { type: 'text', nullable: true },
    answered_at: { type: 'timestamptz', nullable: true },
    lawful_basis: { type: 'text', nullable: true },
    lawful_basis_article: { type: 'text', nullable: true },
    reason: { type: 'bytea', nullable: true, select: false },
  },
});

export interface BasisOverrideRow {
  id: string;
  case_id: string;
  version: number;
  status: Override['status'];
  agency_id: string;
  basis: Override['basis'];
  to_agency_id: string;
  service_type: Override['serviceType'];
  reason: Override['reason'];
  proposed_by: string;
  proposed_at: Date;
  decided_by: string | null;
  decided_at: Date | null;
}

export const basisOverrideRow = new EntitySchema<BasisOverrideRow>({
  name: 'basis_override',
  columns: {
    id: { type: 'uuid', primary: true },
    case_id: { type: 'uuid' },
    version: { type: 'int' },
    status: { type: 'text' },
    agency_id: { type: 'uuid' },
    basis: { type: 'text' },
    to_agency_id: { type: 'uuid' },
    service_type: { type: 'text' },
    reason: { type: 'text' },
    proposed_by: { type: 'text' },
    proposed_at: { type: 'timestamptz' },
    decided_by: { type: 'text', nullable: true },
    decided_at: { type: 'timestamptz', nullable: true },
  },
});
