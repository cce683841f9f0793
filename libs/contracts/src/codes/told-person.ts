import { codeList } from './code-list.js';

/** People, not agencies, who may be told how a case goes. */
export const toldPerson = codeList('told-person', {
  child: { en: 'The child', id: 'Anak' },
  parent: { en: 'A parent', id: 'Orang tua' },
  guardian: { en: 'The guardian', id: 'Wali' },
  'safe-adult': { en: 'A safe adult', id: 'Orang dewasa tepercaya' },
});
