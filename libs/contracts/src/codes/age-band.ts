import { codeList } from './code-list.js';

/** Age in bands, for envelopes and statistics. */
export const ageBand = codeList('age-band', {
  '0-8': { en: '0-8', id: '0-8' },
  '9-12': { en: '9-12', id: '9-12' },
  '13-15': { en: '13-15', id: '13-15' },
  '16-17': { en: '16-17', id: '16-17' },
  '18+': { en: '18 or older', id: '18 atau lebih' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
