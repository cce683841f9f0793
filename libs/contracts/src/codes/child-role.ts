import { codeList } from './code-list.js';

/** Role of the child in the incident, and flags. */
export const childRole = codeList('child-role', {
  'child-victim': { en: 'Child victim', id: 'Anak korban' },
  'child-witness': { en: 'Child witness', id: 'Anak saksi' },
  'child-suspect': { en: 'Child in conflict with the law', id: 'Anak yang berkonflik dengan hukum' },
  'child-under-12': { en: 'Doer under 12', id: 'Anak di bawah 12 tahun' },
  'non-punishment-review': { en: 'Non-punishment review (flag)', id: 'Tinjauan non-pemidanaan' },
  'guardian-is-suspect': { en: 'Guardian is suspect (flag)', id: 'Wali adalah terlapor/tersangka' },
  'no-contact': { en: 'No-contact warning (flag)', id: 'Larangan kontak' },
});
