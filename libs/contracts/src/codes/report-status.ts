import { codeList } from './code-list.js';

/** States of a report. */
export const reportStatus = codeList('report-status', {
  received: { en: 'Received', id: 'Masuk' },
  accepted: { en: 'Accepted', id: 'Diterima' },
  forwarded: { en: 'Forwarded', id: 'Diteruskan' },
  'linked-duplicate': { en: 'Linked as duplicate', id: 'Ditautkan sebagai laporan ganda' },
  'insufficient-info': { en: 'Insufficient information', id: 'Informasi kurang' },
});
