import { codeList } from './code-list.js';

/** States of a request to share although somebody entitled said no. */
export const overrideStatus = codeList('override-status', {
  proposed: { en: 'Waits for a second person', id: 'Menunggu orang kedua' },
  approved: { en: 'Approved', id: 'Disetujui' },
  refused: { en: 'Refused', id: 'Tidak disetujui' },
  used: { en: 'Used for a handoff', id: 'Sudah dipakai untuk rujukan' },
});
