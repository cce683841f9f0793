import { codeList } from './code-list.js';

/** Why nothing about a case may be destroyed for now. */
export const holdBasis = codeList('hold-basis', {
  investigation: { en: 'An investigation is running', id: 'Penyidikan sedang berjalan' },
  trial: { en: 'A trial is running', id: 'Persidangan sedang berjalan' },
  restitution: { en: 'Restitution is not settled', id: 'Restitusi belum selesai' },
  complaint: { en: 'A complaint is being examined', id: 'Pengaduan sedang diperiksa' },
});
