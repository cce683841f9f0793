import { codeList } from './code-list.js';

/** What the child herself said, apart from whoever consents for her. */
export const childAssent = codeList('child-assent', {
  given: { en: 'The child agrees', id: 'Anak setuju' },
  refused: { en: 'The child refuses', id: 'Anak menolak' },
  'not-possible': { en: 'The child could not be asked', id: 'Anak tidak dapat ditanya' },
});
