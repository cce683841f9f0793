import { codeList } from './code-list.js';

/** What a desk is told. Content-free: what it is about is read after signing in. */
export const notificationKind = codeList('notification-kind', {
  'new-task': { en: 'A new task', id: 'Tugas baru' },
  'task-moved': { en: 'A task has moved', id: 'Ada perubahan pada tugas' },
  'task-ended': { en: 'A task has ended', id: 'Tugas berakhir' },
  'alternative-proposed': { en: 'Another provider is proposed', id: 'Ada usulan pemberi layanan lain' },
  'emergency-access': { en: 'Emergency access was used', id: 'Akses darurat telah digunakan' },
  'clock-warned': { en: 'A deadline is near', id: 'Batas waktu sudah dekat' },
  'clock-missed': { en: 'A deadline was missed', id: 'Batas waktu terlewat' },
  'clock-escalated': {
    en: 'A missed deadline has reached the next level',
    id: 'Batas waktu yang terlewat sampai ke jenjang berikutnya',
  },
  'capacity-alert': { en: 'A service is full', id: 'Ada layanan yang penuh' },
});
