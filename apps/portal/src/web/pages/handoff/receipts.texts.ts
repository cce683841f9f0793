import { texts } from '../../app/language/texts.js';

export const receiptsTexts = texts({
  id: {
    title: 'Tanda bukti',
    lead: 'Setiap berkas membuktikan bahwa langkah ini tercatat di jejak audit dan tidak diubah sejak itu. Siapa pun dapat memeriksanya tanpa mempercayai server ini. Simpanlah: berkas tetap berlaku sesudah akses Anda berakhir.',
    place: (index: number) => `Catatan nomor ${index}`,
    download: 'Unduh',
    check: 'Periksa di sini',
    downloaded: 'Tanda bukti diunduh',
    'handoff.request': 'Pengiriman',
    'handoff.accept': 'Penerimaan',
    'handoff.reject': 'Penolakan',
    'handoff.complete': 'Penyelesaian',
  },
  en: {
    title: 'Receipts',
    lead: 'Each file proves that this step is in the audit trail and was not changed since. Anybody can check it without trusting this server. Keep it: it holds when your access has ended.',
    place: (index: number) => `Entry number ${index}`,
    download: 'Download',
    check: 'Check it here',
    downloaded: 'Receipt downloaded',
    'handoff.request': 'Sending',
    'handoff.accept': 'Acceptance',
    'handoff.reject': 'Decline',
    'handoff.complete': 'Completion',
  },
});
