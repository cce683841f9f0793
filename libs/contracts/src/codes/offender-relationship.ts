import { codeList } from './code-list.js';

/** Relationship of the alleged offender to the child (SIMFONI-PPA, HTCDS). */
export const offenderRelationship = codeList('offender-relationship', {
  parent: { en: 'Parent', id: 'Orang tua' },
  'step-parent': { en: 'Step-parent', id: 'Orang tua tiri' },
  guardian: { en: 'Guardian / caregiver', id: 'Wali / pengasuh' },
  sibling: { en: 'Sibling', id: 'Saudara kandung' },
  relative: { en: 'Other relative', id: 'Kerabat' },
  partner: { en: 'Boyfriend / girlfriend', id: 'Pacar' },
  'peer-child': { en: 'Peer under 18', id: 'Teman sebaya (<18)' },
  'friend-adult': { en: 'Adult friend', id: 'Teman dewasa' },
  neighbour: { en: 'Neighbour', id: 'Tetangga' },
  teacher: { en: 'Teacher / educator', id: 'Guru' },
  employer: { en: 'Employer', id: 'Majikan' },
  coworker: { en: 'Co-worker', id: 'Rekan kerja' },
  broker: { en: 'Broker / pimp', id: 'Muncikari' },
  'online-contact': { en: 'Known only online', id: 'Kenalan daring' },
  'buyer-unknown': { en: 'Unknown buyer', id: 'Pengguna jasa tidak dikenal' },
  official: { en: 'Person in authority', id: 'Aparat / pejabat' },
  spouse: { en: 'Spouse (child marriage)', id: 'Suami/istri' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
