import { EntitySchema } from 'typeorm';
import type { AgeBand, Sex } from '../domain/custody/custody.js';
import type { Disclosure } from '../domain/disclosures/disclosure.js';
import type { LawfulBasis } from '../domain/handoffs/handoff.js';

export interface HandoffEnvelopeRow {
  handoff_id: string;
  agency_id: string;
  age_band: AgeBand;
  sex: Sex | null;
  area_code: string | null;
  languages: string[];
  has_disability: boolean;
}

/** Who the child is in outline, in a row of its own that is deleted when nobody took the child. */
export const handoffEnvelopeRow = new EntitySchema<HandoffEnvelopeRow>({
  name: 'handoff_envelope',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    agency_id: { type: 'uuid' },
    age_band: { type: 'text' },
    sex: { type: 'text', nullable: true },
    area_code: { type: 'text', nullable: true },
    languages: { type: 'text', array: true },
    has_disability: { type: 'boolean' },
  },
});

export interface DisclosureRow {
  handoff_id: string;
  case_id: string;
  kind: Disclosure['kind'];
  from_agency_id: string;
  to_agency_id: string;
  share_profile: Disclosure['shareProfile'];
  profile_version: number;
  field_groups: Disclosure['fieldGroups'][number][];
  purpose: Disclosure['purpose'];
  lawful_basis: LawfulBasis['code'];
  lawful_basis_article: string | null;
  disclosed_at: Date;
  ended_at: Date | null;
}

export const disclosureRow = new EntitySchema<DisclosureRow>({
  name: 'disclosure',
  columns: {
    handoff_id: { type: 'uuid', primary: true },
    case_id: { type: 'uuid' },
    kind: { type: 'text' },
    from_agency_id: { type: 'uuid' },
    to_agency_id: { type: 'uuid' },
    share_profile: { type: 'text' },
    profile_version: { type: 'int' },
    field_groups: { type: 'text', array: true },
    purpose: { type: 'text' },
    lawful_basis: { type: 'text' },
    lawful_basis_article: { type: 'text', nullable: true },
    disclosed_at: { type: 'timestamptz' },
    ended_at: { type: 'timestamptz', nullable: true },
  },
});
