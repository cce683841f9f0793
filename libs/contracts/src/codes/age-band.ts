import { codeList } from './code-list.js';

/** Age in bands, for envelopes and statistics. */
export const ageBand = codeList('age-band', {
  '0-8': { en: '0–8 years', id: '0–8 tahun' },
  '9-12': { en: '9–12 years', id: '9–12 tahun' },
  '13-15': { en: '13–15 years', id: '13–15 tahun' },
  '16-17': { en: '16–17 years', id: '16–17 tahun' },
  '18+': { en: '18 years or older', id: '18 tahun atau lebih' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
