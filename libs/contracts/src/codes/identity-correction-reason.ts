import { codeList } from './code-list.js';

/** On what a correction of who a child is rests. */
export const identityCorrectionReason = codeList('identity-correction-reason', {
  'document-found': { en: 'A document was found', id: 'Dokumen ditemukan' },
  'registry-answered': {
    en: 'The civil registry or a school answered',
    id: 'Jawaban Disdukcapil atau sekolah',
  },
  'age-assessed': { en: 'The age was assessed', id: 'Usia telah diperiksa' },
  'told-differently': { en: 'The child tells it differently now', id: 'Anak memberi keterangan baru' },
  'recorded-wrongly': { en: 'It was recorded wrongly', id: 'Salah catat' },
});
