import { texts } from '../../app/language/texts.js';

export const closureTexts = texts({
  id: {
    tab: 'Selesai',
    heading: 'Ajukan penutupan',
    lead: 'Penyelia yang lain dari Anda harus menyetujui. Selama masih ada rujukan yang berjalan, kasus tidak dapat ditutup.',
    reason: 'Alasan penutupan',
    note: 'Penjelasan untuk penyelia',
    noteHint: 'Seperlunya. Tersimpan tersegel.',
    continue: 'Lanjut',
    cancel: 'Batal',
    confirmTitle: 'Periksa sebelum mengajukan',
    confirm: 'Sesudah disetujui, kasus ditutup dan semua akses instansi lain berakhir.',
    yes: 'Ya, ajukan penutupan',
    sent: 'Penutupan diajukan',
    required: (label: string) => `Isi: ${label}`,
  },
  en: {
    tab: 'Finish',
    heading: 'Request closure',
    lead: 'A supervisor other than you must approve. As long as a handoff is open, the case cannot be closed.',
    reason: 'Reason for closing',
    note: 'Explanation for the supervisor',
    noteHint: 'No more than needed. Kept sealed.',
    continue: 'Continue',
    cancel: 'Cancel',
    confirmTitle: 'Check before you ask',
    confirm: 'Once it is approved, the case closes and every other agency’s access ends.',
    yes: 'Yes, request closure',
    sent: 'Closure requested',
    required: (label: string) => `Fill in: ${label}`,
  },
});
