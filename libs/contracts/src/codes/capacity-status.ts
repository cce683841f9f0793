import { codeList } from './code-list.js';

/** Can a service take another child now? */
export const capacityStatus = codeList('capacity-status', {
  capacity: { en: 'Has room', id: 'Ada tempat' },
  'no-capacity': { en: 'Full', id: 'Penuh' },
  waitlist: { en: 'Waiting list', id: 'Daftar tunggu' },
  'additional-assessment-required': { en: 'Assessment first', id: 'Perlu asesmen dahulu' },
  unknown: { en: 'Unknown', id: 'Tidak diketahui' },
});
