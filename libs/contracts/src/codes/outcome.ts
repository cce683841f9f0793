import { codeList } from './code-list.js';

/** How a handoff ended (FHIR Task.output). */
export const outcome = codeList('outcome', {
  'service-provided': { en: 'Service provided', id: 'Layanan diberikan' },
  'partly-provided': { en: 'Partly provided', id: 'Diberikan sebagian' },
  'could-not-contact': { en: 'Could not be contacted', id: 'Tidak dapat dihubungi' },
  'not-eligible': { en: 'Not eligible', id: 'Tidak memenuhi kriteria' },
  'no-capacity': { en: 'No capacity', id: 'Kapasitas penuh' },
  'client-declined': { en: 'Child declined', id: 'Anak tidak bersedia' },
  'client-moved': { en: 'Moved away', id: 'Pindah domisili' },
  'referred-elsewhere': { en: 'Referred elsewhere', id: 'Dirujuk ke tempat lain' },
  deceased: { en: 'Deceased', id: 'Meninggal' },
  other: { en: 'Other', id: 'Lainnya' },
});
