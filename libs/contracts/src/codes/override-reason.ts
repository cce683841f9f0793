import { codeList } from './code-list.js';

/** Why data must travel although somebody entitled has said no. */
export const overrideReason = codeList('override-reason', {
  'immediate-danger': { en: 'The child is in danger now', id: 'Anak dalam bahaya saat ini' },
  'guardian-obstructs': { en: 'The guardian obstructs protection', id: 'Wali menghalangi pelindungan' },
  'guardian-unfit': { en: 'The guardian is unfit', id: 'Wali tidak cakap' },
  'child-cannot-decide': { en: 'The child cannot decide now', id: 'Anak belum mampu memutuskan saat ini' },
  'danger-to-others': { en: 'Another child is in danger', id: 'Anak lain dalam bahaya' },
});
