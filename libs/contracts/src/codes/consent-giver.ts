import { codeList } from './code-list.js';

/** Who consented. */
export const consentGiver = codeList('consent-giver', {
  'by-child': { en: 'By the child', id: 'Anak' },
  'by-parent': { en: 'By a parent', id: 'Orang tua' },
  'by-guardian': { en: 'By the guardian', id: 'Wali' },
  'by-safe-adult': { en: 'By a safe adult', id: 'Orang dewasa tepercaya' },
  'by-social-service': { en: 'By head of social service', id: 'Pimpinan layanan sosial' },
  'by-court': { en: 'By the court', id: 'Pengadilan' },
});
