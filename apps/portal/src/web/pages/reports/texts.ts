import { texts } from '../../app/language/texts.js';

export const reportsTexts = texts({
  id: {
    tab: 'Catatan masuk',
    heading: 'Laporan',
    boxes: 'Pilihan kotak laporan',
    received: 'Masuk ke instansi kami',
    filed: 'Kami kirim',
    status: 'Status',
    allStatuses: 'Semua status',
    fileReport: 'Catat laporan baru',
    list: 'Daftar laporan',
    open: (number: string) => `Laporan ${number}`,
    children: (count: number) => `${count} anak`,
    from: (name: string) => `dari ${name}`,
    to: (name: string) => `kepada ${name}`,
    emptyTitle: 'Belum ada laporan di sini',
    emptyText:
      'Laporan yang masuk ke instansi Anda muncul di sini. Setiap laporan wajib diterima; yang di luar kewenangan diteruskan.',
  },
  en: {
    tab: 'Incoming notes',
    heading: 'Reports',
    boxes: 'Which reports',
    received: 'Received by us',
    filed: 'Sent by us',
    status: 'Status',
    allStatuses: 'All statuses',
    fileReport: 'Record a new report',
    list: 'List of reports',
    open: (number: string) => `Report ${number}`,
    children: (count: number) => (count === 1 ? '1 child' : `${count} children`),
    from: (name: string) => `from ${name}`,
    to: (name: string) => `to ${name}`,
    emptyTitle: 'No reports here yet',
    emptyText:
      'Reports to your agency appear here. Every report is received; what is outside your mandate is forwarded.',
  },
});
