import type { CodeOf, Display } from './codes/code-list.js';
import type { fieldGroup } from './codes/field-group.js';
import type { serviceType } from './codes/service-type.js';

export type FieldGroup = CodeOf<typeof fieldGroup>;
export type ServiceType = CodeOf<typeof serviceType>;

/** What a receiver sees after it accepts: these groups of fields and no other. */
export interface ShareProfile {
  readonly code: string;
  readonly version: number;
  readonly display: Display;
  readonly fieldGroups: readonly FieldGroup[];
  /** Services the profile may be used for; empty means: only for a transfer of the whole case. */
  readonly serviceTypes: readonly ServiceType[];
  /** Sex is shown in the envelope only where the service must know it to decide. */
  readonly envelopeShowsSex: boolean;
}

/** Minimum data per purpose. Source: the handoff table of the field study (H03, H05, H06, H09, H14, H16, H17, H20, H22). */
export const shareProfiles = {
  'police-report': {
    code: 'police-report',
    version: 1,
    display: { en: 'Report to police', id: 'Pelaporan ke kepolisian' },
    fieldGroups: [
      'identity',
      'residence',
      'allegation',
      'exploitation',
      'safety',
      'current-location',
      'needs',
    ],
    serviceTypes: ['law-enforcement'],
    envelopeShowsSex: false,
  },
  companionship: {
    code: 'companionship',
    version: 1,
    display: { en: 'Companion for the child', id: 'Pendampingan anak' },
    fieldGroups: ['identity', 'safety', 'current-location', 'needs'],
    serviceTypes: ['court-accompaniment', 'case-management', 'outreach'],
    envelopeShowsSex: true,
  },
  'medical-exam': {
    code: 'medical-exam',
    version: 1,
    display: { en: 'Medical care or examination', id: 'Layanan kesehatan atau visum' },
    fieldGroups: ['identity', 'police-report-number', 'needs', 'safety'],
    serviceTypes: ['medical-care', 'medico-legal-exam'],
    envelopeShowsSex: true,
  },
  'social-report': {
    code: 'social-report',
    version: 1,
    display: { en: 'Social report', id: 'Laporan sosial' },
    fieldGroups: ['identity', 'residence', 'guardian', 'police-report-number', 'needs'],
    serviceTypes: ['social-report', 'social-rehabilitation', 'social-assistance'],
    envelopeShowsSex: false,
  },
  'shelter-placement': {
    code: 'shelter-placement',
    version: 1,
    display: { en: 'Shelter placement', id: 'Penempatan di rumah aman' },
    fieldGroups: ['identity', 'safety', 'needs', 'guardian'],
    serviceTypes: ['emergency-shelter'],
    envelopeShowsSex: true,
  },
  'psychosocial-care': {
    code: 'psychosocial-care',
    version: 1,
    display: { en: 'Psychosocial care', id: 'Layanan psikososial' },
    fieldGroups: ['identity', 'safety', 'needs'],
    serviceTypes: ['counselling', 'psychological-first-aid', 'psychiatric-care'],
    envelopeShowsSex: true,
  },
  'legal-aid': {
    code: 'legal-aid',
    version: 1,
    display: { en: 'Legal aid', id: 'Bantuan hukum' },
    fieldGroups: ['identity', 'guardian', 'police-report-number', 'needs'],
    serviceTypes: ['legal-aid', 'restitution-support', 'witness-protection'],
    envelopeShowsSex: false,
  },
  'education-support': {
    code: 'education-support',
    version: 1,
    display: { en: 'Education support', id: 'Dukungan pendidikan' },
    fieldGroups: ['identity', 'needs'],
    serviceTypes: ['education-support', 'civil-documents'],
    envelopeShowsSex: false,
  },
  'case-transfer': {
    code: 'case-transfer',
    version: 1,
    display: { en: 'Transfer of the whole case', id: 'Pelimpahan seluruh kasus' },
    fieldGroups: [
      'identity',
      'identity-number',
      'residence',
      'guardian',
      'allegation',
      'exploitation',
      'factors',
      'safety',
      'current-location',
      'needs',
      'police-report-number',
    ],
    serviceTypes: [],
    envelopeShowsSex: true,
  },
} as const satisfies Record<string, ShareProfile>;

export type ShareProfileCode = keyof typeof shareProfiles;

export const shareProfileCodes = Object.keys(shareProfiles) as [ShareProfileCode, ...ShareProfileCode[]];
