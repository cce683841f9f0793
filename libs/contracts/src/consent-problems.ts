import type { Problem } from './problem.js';

/** Refusals that have to do with what a handoff rests on. */
export const consentProblems = {
  'basis-article-missing': {
    status: 409,
    title: { en: 'Cite the article that obliges you', id: 'Sebutkan pasal yang mewajibkannya' },
  },
  'basis-article-unknown': {
    status: 409,
    title: {
      en: 'This article is not on the list for this basis',
      id: 'Pasal ini tidak ada dalam daftar untuk dasar tersebut',
    },
  },
  'basis-article-unfit': {
    status: 409,
    title: {
      en: 'This article does not speak of this service or this agency; choose one that does',
      id: 'Pasal ini tidak mengatur layanan atau instansi ini; pilih pasal yang sesuai',
    },
  },
  'basis-missing': {
    status: 409,
    title: {
      en: 'No consent is on record; record it or choose another basis',
      id: 'Belum ada persetujuan; catat dahulu atau pilih dasar lain',
    },
  },
  'consent-expired': {
    status: 409,
    title: { en: 'The consent has expired; ask again', id: 'Masa persetujuan sudah habis; mintakan lagi' },
  },
  'consent-not-yet-valid': {
    status: 409,
    title: {
      en: 'The consent is not in force yet; wait for its first day or choose another basis',
      id: 'Persetujuan belum mulai berlaku; tunggu hari pertamanya atau pilih dasar lain',
    },
  },
  'consent-withdrawn': {
    status: 409,
    title: { en: 'The consent was withdrawn', id: 'Persetujuan sudah dicabut' },
  },
  'consent-does-not-cover': {
    status: 409,
    title: {
      en: 'The consent does not cover this agency, this purpose or these data',
      id: 'Persetujuan tidak mencakup instansi, tujuan, atau data ini',
    },
  },
  'consent-giver-not-entitled': {
    status: 409,
    title: {
      en: 'This person may not consent for the child at this age',
      id: 'Orang ini tidak berwenang memberi persetujuan pada usia anak sekarang',
    },
  },
  'guardian-is-suspect': {
    status: 409,
    title: {
      en: 'The guardian is a suspect: nothing is asked of or told to them',
      id: 'Wali adalah terlapor: tidak dimintai persetujuan dan tidak diberi tahu',
    },
  },
  'consent-period-invalid': {
    status: 409,
    title: {
      en: 'A consent begins before it ends and lasts one year at most',
      id: 'Masa persetujuan harus berurutan dan paling lama satu tahun',
    },
  },
  'consent-not-active': {
    status: 409,
    title: { en: 'This consent is not in force', id: 'Persetujuan ini tidak berlaku' },
  },
  'override-required': {
    status: 409,
    title: {
      en: 'Consent was refused or withdrawn; a supervisor must approve an exception first',
      id: 'Persetujuan ditolak atau dicabut; penyelia harus menyetujui pengecualian terlebih dahulu',
    },
  },
  'override-already-decided': {
    status: 409,
    title: { en: 'This exception was decided already', id: 'Pengecualian ini sudah diputuskan' },
  },
  'withdrawal-already-answered': {
    status: 409,
    title: { en: 'This withdrawal was answered already', id: 'Pencabutan ini sudah dijawab' },
  },
} as const satisfies Record<string, Problem>;
