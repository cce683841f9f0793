import { codeList } from './code-list.js';

/** What is known of the guardian in this matter. */
export const guardianStanding = codeList('guardian-standing', {
  'not-suspect': { en: 'Not a suspect', id: 'Bukan terduga' },
  suspect: { en: 'A suspect', id: 'Terduga' },
  unknown: { en: 'Not known', id: 'Belum diketahui' },
});
