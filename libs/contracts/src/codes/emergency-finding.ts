import { codeList } from './code-list.js';

/** What the review of an emergency access found. */
export const emergencyFinding = codeList('emergency-finding', {
  justified: { en: 'Justified', id: 'Dapat dibenarkan' },
  'another-way-existed': {
    en: 'Meant well, but there was another way',
    id: 'Beriktikad baik, tetapi ada cara lain',
  },
  'not-justified': { en: 'Not justified', id: 'Tidak dapat dibenarkan' },
  'misuse-suspected': {
    en: 'Misuse is suspected; treated as a breach',
    id: 'Diduga penyalahgunaan; ditangani sebagai pelanggaran data',
  },
});
