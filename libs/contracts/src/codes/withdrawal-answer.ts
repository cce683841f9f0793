import { codeList } from './code-list.js';

/** What a holder did with its copy after consent was withdrawn. */
export const withdrawalAnswer = codeList('withdrawal-answer', {
  sealed: { en: 'Sealed', id: 'Disegel' },
  erased: { en: 'Erased', id: 'Dihapus' },
  'retained-on-other-basis': { en: 'Kept on another basis', id: 'Disimpan atas dasar lain' },
});
