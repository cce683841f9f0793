import { texts } from '../language/texts.js';

export const sessionTexts = texts({
  id: {
    lockedHeading: 'Layar terkunci',
    lockedText:
      'Isi layar disembunyikan. Masuk lagi untuk melanjutkan; isian yang belum terkirim tetap tersimpan.',
    unlock: 'Masuk lagi',
    unlockNewWindow: 'Jendela masuk terbuka. Sesudah masuk, layar ini terbuka kembali.',
    signOut: 'Keluar',
    endsIn: (span: string) => `Sesi berakhir dalam ${span} bila tidak dilanjutkan.`,
  },
  en: {
    lockedHeading: 'Screen locked',
    lockedText: 'The screen is hidden. Sign in again to go on; what you have not sent yet is kept.',
    unlock: 'Sign in again',
    unlockNewWindow: 'A sign-in window is open. Once you are in, this screen opens again.',
    signOut: 'Sign out',
    endsIn: (span: string) => `The session ends in ${span} unless you go on.`,
  },
});
