import type { Problem } from './problem.js';

/** Refusals that have to do with access in an emergency. */
export const emergencyProblems = {
  'insufficient-user-authentication': {
    status: 401,
    title: {
      en: 'Sign in once more, then repeat this',
      id: 'Silakan masuk sekali lagi, lalu ulangi tindakan ini',
    },
  },
  'access-already-held': {
    status: 409,
    title: {
      en: 'Your agency has access to this case already',
      id: 'Instansi Anda sudah memiliki akses ke kasus ini',
    },
  },
  'emergency-access-running': {
    status: 409,
    title: {
      en: 'You have emergency access to another case; it ends by itself',
      id: 'Anda masih memiliki akses darurat ke kasus lain; akses itu berakhir dengan sendirinya',
    },
  },
  'emergency-access-reviewed': {
    status: 409,
    title: { en: 'This emergency access was reviewed', id: 'Akses darurat ini sudah ditinjau' },
  },
  'reviewer-of-own-agency': {
    status: 403,
    title: {
      en: 'Nobody reviews what their own agency did',
      id: 'Akses oleh instansi sendiri tidak boleh ditinjau sendiri',
    },
  },
  'finding-note-missing': {
    status: 409,
    title: {
      en: 'Write down what was found',
      id: 'Tuliskan apa yang ditemukan',
    },
  },
} as const satisfies Record<string, Problem>;
