import { codeList } from './code-list.js';

/** States of a case (FHIR EpisodeOfCare.status, HTCDS cas_Status). */
export const caseStatus = codeList('case-status', {
  received: { en: 'Received', id: 'Diterima masuk' },
  screening: { en: 'Screening', id: 'Penapisan' },
  open: { en: 'Open', id: 'Dalam penanganan' },
  'follow-up': { en: 'Follow-up', id: 'Bimbingan lanjut' },
  closed: { en: 'Closed', id: 'Ditutup' },
  'closed-referred': { en: 'Closed, transferred', id: 'Ditutup, dilimpahkan' },
  'not-substantiated': { en: 'Not substantiated', id: 'Tidak terbukti' },
  duplicate: { en: 'Duplicate', id: 'Ganda' },
  'entered-in-error': { en: 'Entered in error', id: 'Salah catat' },
});
