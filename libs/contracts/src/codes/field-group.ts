import { codeList } from './code-list.js';

/** Groups of fields in a case file, the unit of sharing. */
export const fieldGroup = codeList('field-group', {
  identity: { en: 'Name, birth date, sex', id: 'Nama, tanggal lahir, jenis kelamin' },
  'identity-number': { en: 'National id number', id: 'NIK' },
  residence: { en: 'Home area and address', id: 'Wilayah dan alamat tempat tinggal' },
  guardian: { en: 'Guardian', id: 'Wali' },
  allegation: { en: 'Neutral summary of the allegation', id: 'Ringkasan dugaan yang netral' },
  exploitation: { en: 'Type, modus, platform', id: 'Jenis, modus, platform' },
  factors: { en: 'Contributing factors', id: 'Faktor pemicu' },
  safety: { en: 'Risk and safety now', id: 'Risiko dan keselamatan saat ini' },
  'current-location': { en: 'Where the child is now', id: 'Keberadaan anak sekarang' },
  needs: { en: 'Language and disability needs', id: 'Kebutuhan bahasa dan disabilitas' },
  'police-report-number': { en: 'Police report number', id: 'Nomor laporan polisi' },
});
