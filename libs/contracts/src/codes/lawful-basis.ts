import { codeList } from './code-list.js';

/** Basis for a disclosure (UU 27/2022 on personal data protection). */
export const lawfulBasis = codeList('lawful-basis', {
  consent: { en: 'Consent', id: 'Persetujuan' },
  'legal-obligation': { en: 'Legal obligation', id: 'Kewajiban hukum' },
  'vital-interest': { en: 'Vital interest', id: 'Kepentingan vital' },
  'public-task': { en: 'Public task', id: 'Pelaksanaan tugas publik' },
  'court-order': { en: 'Court order', id: 'Perintah pengadilan' },
});
