import { codeList } from './code-list.js';

/** States of one service contact. */
export const serviceEventStatus = codeList('service-event-status', {
  scheduled: { en: 'Scheduled', id: 'Dijadwalkan' },
  attended: { en: 'Attended', id: 'Terlaksana' },
  'no-show': { en: 'Did not come', id: 'Tidak hadir' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
});
