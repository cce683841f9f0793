import { codeList } from './code-list.js';

/** Why what was written about a person must go. */
export const erasureBasis = codeList('erasure-basis', {
  'subject-request': { en: 'The person asked for it', id: 'Permintaan subjek data' },
  'consent-withdrawn': { en: 'Consent was withdrawn', id: 'Persetujuan dicabut' },
  'retention-ended': { en: 'The retention period has ended', id: 'Masa retensi berakhir' },
  'unlawful-processing': {
    en: 'The data were processed unlawfully',
    id: 'Data diproses secara melawan hukum',
  },
  'court-order': { en: 'A court ordered it', id: 'Perintah pengadilan' },
});
