import { texts } from '../app/language/texts.js';

export const stateTexts = texts({
  id: {
    loading: 'Memuat…',
    lineTitle: 'Sambungan terputus',
    lineText: 'Ruang Kerja tidak dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.',
    failedTitle: 'Data tidak dapat dimuat',
    notFoundTitle: 'Tidak ditemukan',
    notFoundText:
      'Data ini tidak ada, atau instansi Anda tidak (lagi) terlibat di dalamnya. Sesudah pelimpahan, akses berakhir dengan sendirinya.',
    retry: 'Coba lagi',
    trace: 'Kode jejak untuk dilaporkan:',
    copy: 'Salin kode',
    copied: 'Kode disalin',
    stale: (time: string) => `Sambungan terputus. Yang tampil adalah data pukul ${time}.`,
  },
  en: {
    loading: 'Loading…',
    lineTitle: 'No connection',
    lineText: 'The workspace cannot be reached. Check your internet connection and try again.',
    failedTitle: 'This could not be loaded',
    notFoundTitle: 'Not found',
    notFoundText:
      'This does not exist, or your agency takes no part in it (any more). After a transfer, access ends by itself.',
    retry: 'Try again',
    trace: 'Trace code to report:',
    copy: 'Copy code',
    copied: 'Code copied',
    stale: (time: string) => `No connection. What you see is from ${time}.`,
  },
});
