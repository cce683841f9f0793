import { codeList } from './code-list.js';

/** Kind of place where it happened. */
export const placeType = codeList('place-type', {
  home: { en: 'Home', id: 'Rumah' },
  lodging: { en: 'Hotel or guest house', id: 'Hotel / penginapan' },
  'boarding-house': { en: 'Boarding house', id: 'Kos' },
  school: { en: 'School', id: 'Sekolah' },
  workplace: { en: 'Workplace', id: 'Tempat kerja' },
  'public-place': { en: 'Public place', id: 'Fasilitas umum' },
  entertainment: { en: 'Entertainment venue', id: 'Tempat hiburan' },
  vehicle: { en: 'Vehicle', id: 'Kendaraan' },
  'online-only': { en: 'Online only', id: 'Daring' },
  'other-place': { en: 'Other', id: 'Lainnya' },
  'unknown-place': { en: 'Unknown', id: 'Tidak diketahui' },
});
