import { consentProblems } from './consent-problems.js';
import { dataProtectionProblems } from './data-protection-problems.js';
import { emergencyProblems } from './emergency-problems.js';
import { exportProblems } from './export-problems.js';
import { handoffProblems } from './handoff-problems.js';
import type { Problem } from './problem.js';

/**
 * Every refusal a caller can meet, by its stable code (RFC 9457 `type` is built from it).
 * The text says what happened and what to do next; it never repeats what was sent.
 */
export const problems = {
  'invalid-request': {
    status: 400,
    title: { en: 'Some fields need correction', id: 'Ada isian yang perlu diperbaiki' },
  },
  'idempotency-key-missing': {
    status: 400,
    title: {
      en: 'Send an Idempotency-Key header with this request',
      id: 'Sertakan header Idempotency-Key pada permintaan ini',
    },
  },
  unauthenticated: { status: 401, title: { en: 'Sign in first', id: 'Silakan masuk terlebih dahulu' } },
  forbidden: {
    status: 403,
    title: { en: 'Your role does not allow this', id: 'Peran Anda tidak mengizinkan tindakan ini' },
  },
  'not-found': { status: 404, title: { en: 'Not found', id: 'Tidak ditemukan' } },
  'method-not-allowed': {
    status: 405,
    title: { en: 'This method is not available here', id: 'Metode ini tidak tersedia di sini' },
  },
  conflict: {
    status: 409,
    title: {
      en: 'Someone else changed this at the same moment; load it again',
      id: 'Data ini baru saja diubah orang lain; muat ulang',
    },
  },
  'case-not-in-log': {
    status: 404,
    title: {
      en: 'The log holds nothing about a case with this id; check the id',
      id: 'Log tidak memuat catatan tentang kasus dengan kode ini; periksa kodenya',
    },
  },
  'not-yet-signed': {
    status: 409,
    title: {
      en: 'This is so new that the log has not been signed over it; ask again in a moment',
      id: 'Catatan ini masih terlalu baru dan belum tercakup tanda tangan log; coba lagi sebentar lagi',
    },
  },
  'stale-version': {
    status: 412,
    title: {
      en: 'This was changed since you loaded it; load it again',
      id: 'Data sudah berubah sejak Anda membukanya; muat ulang',
    },
  },
  'payload-too-large': {
    status: 413,
    title: { en: 'The request is too large', id: 'Permintaan terlalu besar' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { en: 'Send application/json', id: 'Kirim dalam bentuk application/json' },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      en: 'This Idempotency-Key was used for another request',
      id: 'Idempotency-Key ini sudah dipakai untuk permintaan lain',
    },
  },
  'precondition-required': {
    status: 428,
    title: {
      en: 'Send If-Match with the version you saw',
      id: 'Sertakan If-Match dengan versi yang Anda lihat',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { en: 'Too many requests; wait a moment', id: 'Terlalu banyak permintaan; tunggu sebentar' },
  },
  'internal-error': {
    status: 500,
    title: {
      en: 'Something went wrong on our side; nothing was lost',
      id: 'Terjadi gangguan pada sistem; tidak ada data yang hilang',
    },
  },
  'identity-provider-unavailable': {
    status: 503,
    title: {
      en: 'Sign-in is unavailable right now; try again in a minute',
      id: 'Layanan masuk sedang tidak tersedia; coba lagi sebentar lagi',
    },
  },
  'service-unavailable': {
    status: 503,
    title: {
      en: 'The service is unavailable right now; try again in a minute',
      id: 'Layanan sedang tidak tersedia; coba lagi sebentar lagi',
    },
  },

  'report-already-triaged': {
    status: 409,
    title: { en: 'This report was triaged already', id: 'Laporan ini sudah ditapis' },
  },
  'report-cannot-link-to-itself': {
    status: 409,
    title: {
      en: 'A report cannot be its own duplicate',
      id: 'Laporan tidak dapat ditautkan ke dirinya sendiri',
    },
  },
  'report-has-no-children': {
    status: 409,
    title: { en: 'Record at least one child first', id: 'Catat sedikitnya satu anak terlebih dahulu' },
  },
  'forward-to-same-agency': {
    status: 409,
    title: { en: 'Choose another agency to forward to', id: 'Pilih instansi lain sebagai tujuan' },
  },
  'clock-not-running': {
    status: 409,
    title: { en: 'This deadline is not running', id: 'Batas waktu ini tidak sedang berjalan' },
  },
  'late-reason-missing': {
    status: 409,
    title: {
      en: 'The deadline set by law has passed; write down why before you close it',
      id: 'Batas waktu menurut undang-undang telah lewat; tuliskan alasannya sebelum menutup',
    },
  },

  'no-handover': {
    status: 409,
    title: {
      en: 'Only a transfer that was accepted is handed over with minutes',
      id: 'Berita acara serah terima hanya untuk pelimpahan kasus yang sudah diterima',
    },
  },
  'handover-at-another-time': {
    status: 409,
    title: {
      en: 'A handover takes place after the transfer was accepted and before its minutes are signed',
      id: 'Serah terima berlangsung setelah pelimpahan diterima dan sebelum berita acara ditandatangani',
    },
  },
  'minutes-differ': {
    status: 409,
    title: {
      en: 'The other agency has signed something else; read the minutes and sign the same',
      id: 'Instansi lain menandatangani isi yang berbeda; baca berita acara lalu tandatangani isi yang sama',
    },
  },
  'milestone-in-the-future': {
    status: 409,
    title: {
      en: 'What has not happened yet cannot be recorded',
      id: 'Hal yang belum terjadi tidak dapat dicatat',
    },
  },
  'milestone-before-its-clock': {
    status: 409,
    title: {
      en: 'It would end a deadline before that deadline began; check the time',
      id: 'Waktunya lebih awal daripada mulainya batas waktu yang diakhiri; periksa waktunya',
    },
  },

  'nothing-changed': {
    status: 409,
    title: { en: 'It is recorded like this already', id: 'Data ini sudah tercatat demikian' },
  },
  'report-not-linked': {
    status: 409,
    title: {
      en: 'This report is not linked to another one',
      id: 'Laporan ini tidak tertaut ke laporan lain',
    },
  },

  'case-closed': { status: 409, title: { en: 'The case is closed', id: 'Kasus sudah ditutup' } },
  ...handoffProblems,
  'agency-code-taken': {
    status: 409,
    title: { en: 'Another agency has this code', id: 'Kode ini sudah dipakai instansi lain' },
  },

  ...consentProblems,
  ...dataProtectionProblems,
  ...emergencyProblems,
  ...exportProblems,

  'plan-missing': {
    status: 409,
    title: { en: 'Agree a plan first', id: 'Susun rencana layanan terlebih dahulu' },
  },
  'handoffs-open': {
    status: 409,
    title: { en: 'Handoffs of this case are still open', id: 'Masih ada rujukan yang belum selesai' },
  },
  'closure-already-requested': {
    status: 409,
    title: { en: 'Closure was requested already', id: 'Penutupan sudah diajukan' },
  },
  'closure-not-requested': {
    status: 409,
    title: {
      en: 'No closure is waiting for approval',
      id: 'Tidak ada pengajuan penutupan yang menunggu persetujuan',
    },
  },
  'same-person': {
    status: 403,
    title: { en: 'A second person must approve this', id: 'Persetujuan harus diberikan oleh orang lain' },
  },
  'closure-not-allowed-at-high-risk': {
    status: 409,
    title: {
      en: 'This reason cannot be used while the risk is high',
      id: 'Alasan ini tidak dapat dipakai selama risiko masih tinggi',
    },
  },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof problems;
