import { texts } from '../../app/language/texts.js';

export const unlockedTexts = texts({
  id: {
    tab: 'Terbuka',
    heading: 'Layar terbuka kembali',
    text: 'Jendela ini boleh ditutup.',
    go: 'Ke halaman depan',
  },
  en: {
    tab: 'Open',
    heading: 'The screen is open again',
    text: 'You may close this window.',
    go: 'Go to the front page',
  },
});
