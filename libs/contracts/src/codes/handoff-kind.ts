import { codeList } from './code-list.js';

/** A referral adds access, a transfer moves custody, a consultation asks advice without identity. */
export const handoffKind = codeList('handoff-kind', {
  referral: { en: 'Referral', id: 'Rujukan' },
  transfer: { en: 'Transfer of case', id: 'Pelimpahan kasus' },
  consultation: { en: 'Consultation', id: 'Konsultasi' },
});
