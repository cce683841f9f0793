import { texts } from '../../app/language/texts.js';

export const notFoundTexts = texts({
  id: {
    tab: 'Tidak ditemukan',
    heading: 'Halaman tidak ditemukan',
    text: 'Alamat ini tidak ada di Ruang Kerja.',
    go: 'Ke halaman depan',
  },
  en: {
    tab: 'Not found',
    heading: 'Page not found',
    text: 'There is no such address in the workspace.',
    go: 'Go to the front page',
  },
});
