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
  'identity-not-proved': {
    status: 409,
    title: {
      en: 'Nothing is granted to someone who could not be identified',
      id: 'Permintaan tidak dapat dikabulkan karena identitas pemohon belum dipastikan',
    },
  },
} as const satisfies Record<string, Problem>;
