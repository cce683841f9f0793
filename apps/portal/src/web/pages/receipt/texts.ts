import { texts } from '../../app/language/texts.js';

export const receiptTexts = texts({
  id: {
    tab: 'Bukti',
    heading: 'Laporan diterima',
    number: 'Nomor laporan',
    receivedAt: 'Diterima',
    recipient: 'Instansi penerima',
    nextTitle: 'Apa selanjutnya',
    next: 'Instansi penerima menapis laporan ini. Setiap laporan wajib diterima: yang di luar kewenangan diteruskan, tidak ditolak. Anda melihat perkembangannya di daftar laporan.',
    keep: 'Sebutkan nomor ini bila menghubungi instansi penerima. Nomor tidak memuat keterangan apa pun tentang anak.',
    open: 'Buka laporan',
    another: 'Catat laporan lain',
    copy: 'Salin nomor',
    copied: 'Nomor disalin',
  },
  en: {
    tab: 'Receipt',
    heading: 'Report received',
    number: 'Report number',
    receivedAt: 'Received',
    recipient: 'Receiving agency',
    nextTitle: 'What happens next',
    next: 'The receiving agency triages this report. Every report is received: what is outside a mandate is forwarded, never rejected. You can follow it in the list of reports.',
    keep: 'Give this number when you contact the receiving agency. It says nothing about the child.',
    open: 'Open the report',
    another: 'Record another report',
    copy: 'Copy number',
    copied: 'Number copied',
  },
});
