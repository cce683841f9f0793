import { agencyId } from '../../../deploy/demo/directory.mjs';

const child = {
  name: 'Kenari Contoh',
  sex: 'female',
  birthDate: '2010-04-01',
  ageCertainty: 'stated',
  nik: '6171994104100101',
  residence: { areaCode: '61.71.02', address: 'Jalan Percobaan 21' },
  guardian: { name: 'Merpati Contoh', relationship: 'parent', isSuspect: false },
  currentLocation: 'Ruang tunggu',
  languages: ['id'],
  hasDisability: false,
};

/** A report as the police would file it to the city's protection unit; say only what matters. */
export const aReport = (more: Record<string, unknown> = {}) => ({
  channel: 'police-operation',
  reporterRole: 'officer',
  isAnonymous: false,
  recipientAgencyId: agencyId('uptd-ptk'),
  place: { type: 'lodging', areaCode: '61.71.01', description: 'Penginapan 1' },
  summary: 'Anak ditemukan di penginapan dan membutuhkan tempat aman.',
  immediateSafety: 'unsafe',
  children: [child],
  exploitationTypes: ['cse-commercial'],
  modus: ['chat-app-advert'],
  platforms: ['chat-location-app'],
  contributingFactors: ['peer-influence'],
  ...more,
});

export const aChild = (more: Record<string, unknown> = {}) => ({ ...child, ...more });

export const aDecision = (more: Record<string, unknown> = {}) => ({
  riskLevel: 'high',
  exploitationTypes: ['cse-commercial'],
  authority: 'uptd-ppa',
  ...more,
});
