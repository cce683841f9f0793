import { texts } from '../../app/language/texts.js';

export const signInTexts = texts({
  id: {
    tab: 'Masuk',
    lead: 'Ruang kerja bersama bagi petugas instansi. Masuk dengan akun dinas Anda.',
    signIn: 'Masuk',
    unavailableTitle: 'Layanan masuk sedang tidak tersedia',
    unavailableText:
      'Kami sedang tidak dapat memeriksa akun. Sesi yang sedang berjalan tetap dapat dipakai. Coba lagi sebentar lagi.',
    retry: 'Coba lagi',
    failedTitle: 'Masuk tidak berhasil',
    failedText: 'Permintaan masuk sudah kedaluwarsa atau dibatalkan. Silakan mulai lagi.',
    endedTitle: 'Anda sudah keluar',
    endedText:
      'Tidak ada data yang tertinggal di peramban ini. Tutup jendela ini bila komputer dipakai bersama.',
    shared: 'Komputer bersama? Jangan simpan kata sandi, dan selalu pilih Keluar sesudah selesai.',
    emergency: 'Keadaan darurat: 110 atau 112. SAPA 129.',
    checking: 'Memeriksa layanan masuk…',
  },
  en: {
    tab: 'Sign in',
    lead: 'A shared workspace for agency staff. Sign in with your work account.',
    signIn: 'Sign in',
    unavailableTitle: 'Sign-in is unavailable right now',
    unavailableText:
      'We cannot check accounts at the moment. Sessions that are running can still be used. Try again in a minute.',
    retry: 'Try again',
    failedTitle: 'Sign-in did not succeed',
    failedText: 'The sign-in request expired or was cancelled. Please start again.',
    endedTitle: 'You are signed out',
    endedText: 'Nothing is left in this browser. Close this window if others use this computer.',
    shared: 'Shared computer? Do not save the password, and always sign out when you are done.',
    emergency: 'Emergency: 110 or 112. SAPA 129.',
    checking: 'Checking the sign-in service…',
  },
});
