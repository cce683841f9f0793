import { codeList } from './code-list.js';

/** States of a handoff (FHIR Task.status with the closed loop of BSeR). */
export const handoffStatus = codeList('handoff-status', {
  draft: { en: 'Draft', id: 'Draf' },
  requested: { en: 'Sent', id: 'Terkirim' },
  received: { en: 'Receipt confirmed', id: 'Dikonfirmasi' },
  returned: { en: 'Information needed', id: 'Perlu informasi' },
  accepted: { en: 'Accepted', id: 'Diterima' },
  rejected: { en: 'Declined', id: 'Tidak dapat diterima' },
  waitlisted: { en: 'Waiting list', id: 'Daftar tunggu' },
  'on-hold': { en: 'On hold', id: 'Ditunda' },
  'in-progress': { en: 'In service', id: 'Dalam layanan' },
  'cancel-requested': { en: 'Cancellation asked', id: 'Pembatalan diminta' },
  cancelled: { en: 'Cancelled', id: 'Dibatalkan' },
  expired: { en: 'Expired', id: 'Kedaluwarsa' },
  'referred-onward': { en: 'Referred onward', id: 'Dirujuk lanjut' },
  completed: { en: 'Completed', id: 'Selesai' },
  'not-completed': { en: 'Not completed', id: 'Tidak selesai' },
  'entered-in-error': { en: 'Entered in error', id: 'Salah catat' },
});
