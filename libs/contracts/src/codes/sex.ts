import { codeList } from './code-list.js';

/** Sex as recorded. */
export const sex = codeList('sex', {
  male: { en: 'Male', id: 'Laki-laki' },
  female: { en: 'Female', id: 'Perempuan' },
  other: { en: 'Other', id: 'Lainnya' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
