import { codeList } from './code-list.js';

/** How the child is held (HTCDS vic_MethodsOfControl). */
export const meansOfControl = codeList('means-of-control', {
  'false-promises': { en: 'False promises', id: 'Janji palsu / iming-iming' },
  'takes-earnings': { en: 'Takes earnings', id: 'Mengambil penghasilan' },
  'debt-bondage': { en: 'Debt bondage', id: 'Jeratan utang' },
  'physical-threats': { en: 'Physical threats', id: 'Ancaman fisik' },
  'psychological-abuse': { en: 'Psychological abuse', id: 'Kekerasan psikis' },
  'psychoactive-substance': { en: 'Substances given', id: 'Pemberian zat' },
  'threat-law-enforcement': { en: 'Threat to report to police', id: 'Ancaman dilaporkan' },
  'withholds-documents': { en: 'Withholds documents', id: 'Menahan dokumen' },
  'restricts-movement': { en: 'Restricts movement', id: 'Pembatasan gerak' },
  'image-blackmail': { en: 'Image blackmail', id: 'Ancaman penyebaran gambar' },
  'emotional-dependence': { en: 'Emotional dependence', id: 'Ketergantungan emosional' },
  'other-control': { en: 'Other', id: 'Lainnya' },
  'none-seen': { en: 'None seen', id: 'Tidak tampak' },
});
