import { codeList } from './code-list.js';

/** How the age is known. Anything but `documented` and 18 or older is handled as a child. */
export const ageCertainty = codeList('age-certainty', {
  documented: { en: 'From documents', id: 'Berdasarkan dokumen' },
  stated: { en: 'Stated by the child', id: 'Pengakuan' },
  estimated: { en: 'Estimated', id: 'Perkiraan' },
  'medical-assessed': { en: 'Medically assessed', id: 'Penentuan medis' },
  'unknown-age': { en: 'Unknown', id: 'Tidak diketahui' },
});
