import { codeList } from './code-list.js';

/** Classes of data that a breach laid open. */
export const breachedData = codeList('breached-data', {
  identity: { en: 'Name, birth date, sex', id: 'Nama, tanggal lahir, jenis kelamin' },
  'identity-number': { en: 'Identity number (NIK)', id: 'Nomor Induk Kependudukan (NIK)' },
  address: { en: 'Address or whereabouts', id: 'Alamat atau keberadaan' },
  contact: { en: 'Telephone or other contact', id: 'Nomor telepon atau kontak lain' },
  guardian: { en: 'Parents or guardian', id: 'Orang tua atau wali' },
  narrative: { en: 'What was told', id: 'Isi cerita atau kronologi' },
  health: { en: 'Health data', id: 'Data kesehatan' },
  legal: { en: 'Police or court data', id: 'Data kepolisian atau peradilan' },
});
