import { codeList } from './code-list.js';

/** Why two reports that were tied together are not of the same event. */
export const unlinkReason = codeList('unlink-reason', {
  'another-child': { en: 'It is about another child', id: 'Menyangkut anak lain' },
  'another-event': { en: 'It is about another event', id: 'Menyangkut kejadian lain' },
  'linked-by-mistake': { en: 'They were linked by mistake', id: 'Salah menautkan' },
});
