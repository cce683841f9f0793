import { codeList } from './code-list.js';

/** Why a service does not fit a need. Words follow `rejection-reason` where a receiver would decline for the same. */
export const mismatch = codeList('mismatch', {
  'agreement-missing': { en: 'No data-sharing agreement', id: 'Belum ada perjanjian berbagi data' },
  'agreement-expired': {
    en: 'Data-sharing agreement has ended',
    id: 'Perjanjian berbagi data sudah berakhir',
  },
  'service-not-given': { en: 'Service is not given now', id: 'Layanan sedang tidak diberikan' },
  'not-eligible-age': { en: 'Age not eligible', id: 'Usia tidak memenuhi kriteria' },
  'not-eligible-sex': { en: 'Sex not eligible', id: 'Jenis kelamin tidak memenuhi kriteria' },
  'out-of-jurisdiction': { en: 'Outside area', id: 'Di luar wilayah' },
  'language-not-spoken': { en: 'Language not spoken', id: 'Bahasa tidak tersedia' },
  'no-disability-access': { en: 'No disability access', id: 'Tidak ada akses disabilitas' },
  'no-capacity': { en: 'No capacity', id: 'Kapasitas penuh' },
});
