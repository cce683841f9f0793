import type { Problem } from './problem.js';

/** Refusals that have to do with breaches of personal data and with what people ask of those who hold theirs. */
export const dataProtectionProblems = {
  'known-in-the-future': {
    status: 409,
    title: { en: 'This moment is yet to come', id: 'Waktu tersebut belum terjadi' },
  },
  'notices-incomplete': {
    status: 409,
    title: {
      en: 'Say for each case of the breach how the person was told',
      id: 'Tuliskan untuk setiap kasus bagaimana orangnya diberi tahu',
    },
  },
  'breach-notified': {
    status: 409,
    title: { en: 'This breach was told already', id: 'Kegagalan pelindungan data ini sudah diberitahukan' },
  },
  'breach-not-notified': {
    status: 409,
    title: {
      en: 'Tell the authority and the people first',
      id: 'Beri tahu lembaga dan orangnya terlebih dahulu',
    },
  },
  'breach-closed': {
    status: 409,
    title: { en: 'This breach is closed', id: 'Catatan kegagalan ini sudah ditutup' },
  },
  'data-request-answered': {
    status: 409,
    title: { en: 'This request was answered', id: 'Permintaan ini sudah dijawab' },
  },
  'refusal-reason-missing': {
    status: 409,
    title: {
      en: 'Give the reason for what is refused',
      id: 'Sebutkan alasan penolakannya',
    },
  },
  'case-on-hold': {
    status: 409,
    title: {
      en: 'This case is bound to a legal process; nothing of it may be destroyed until the hold is released',
      id: 'Kasus ini terkait proses hukum; datanya tidak boleh dimusnahkan selama penangguhan pemusnahan berlaku',
    },
  },
  'hold-released': {
    status: 409,
    title: { en: 'This hold was released', id: 'Penangguhan pemusnahan ini sudah dicabut' },
  },
  'erasure-done': {
    status: 409,
    title: { en: 'This erasure was carried out', id: 'Pemusnahan ini sudah dilaksanakan' },
  },
  'erasure-not-done': {
    status: 409,
    title: {
      en: 'There is no certificate before a second person has approved',
      id: 'Berita acara baru ada setelah orang kedua menyetujui',
    },
  },
  'nothing-to-erase': {
    status: 409,
    title: {
      en: 'Nothing is kept about this case that could be erased',
      id: 'Tidak ada rincian tentang kasus ini yang dapat dimusnahkan',
    },
  },
  'retention-not-over': {
    status: 409,
    title: {
      en: 'The time for which this case is kept is not over, or your agency did not close it',
      id: 'Masa retensi kasus ini belum berakhir, atau bukan instansi Anda yang menutupnya',
    },
  },
  'content-destroyed': {
    status: 410,
    title: {
      en: 'The time for keeping this was over, and it was destroyed; the certificate is in the register of erasures',
      id: 'Masa retensi berakhir dan isinya sudah dimusnahkan; berita acaranya ada di daftar pemusnahan',
    },
  },
  'request-not-granted': {
    status: 409,
    title: {
      en: 'First answer the person’s request for erasure or withdrawal with yes',
      id: 'Kabulkan terlebih dahulu permintaan penghapusan atau pencabutan dari subjek data',
    },
  },
  'identity-not-proved': {
    status: 409,
    title: {
      en: 'Nothing is granted to someone who could not be identified',
      id: 'Permintaan tidak dapat dikabulkan karena identitas pemohon belum dipastikan',
    },
  },
} as const satisfies Record<string, Problem>;
