import { codeList } from './code-list.js';

/** Why data was used (HL7 PurposeOfUse). */
export const purposeOfUse = codeList('purpose-of-use', {
  'case-management': { en: 'Case management', id: 'Pengelolaan kasus' },
  'service-provision': { en: 'Service provision', id: 'Pemberian layanan' },
  'child-protection-emergency': { en: 'Emergency protection', id: 'Perlindungan darurat' },
  'law-enforcement': { en: 'Law enforcement', id: 'Penegakan hukum' },
  oversight: { en: 'Oversight', id: 'Pengawasan' },
  audit: { en: 'Audit', id: 'Audit' },
  directory: { en: 'Directory', id: 'Direktori' },
  operations: { en: 'Operations', id: 'Operasional' },
});
