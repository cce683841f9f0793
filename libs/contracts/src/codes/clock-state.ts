import { codeList } from './code-list.js';

/** States of a deadline clock. */
export const clockState = codeList('clock-state', {
  running: { en: 'Running', id: 'Berjalan' },
  paused: { en: 'Paused', id: 'Dijeda' },
  met: { en: 'Met', id: 'Terpenuhi' },
  breached: { en: 'Overdue', id: 'Lewat batas waktu' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
  waived: { en: 'Waived', id: 'Dikesampingkan' },
});
