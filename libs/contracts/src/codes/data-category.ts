import { codeList } from './code-list.js';

/** Data about a case that its file has no field group for. They travel as documents of their own, if at all. */
export const dataCategory = codeList('data-category', {
  statement: { en: "Child's statement, interview record", id: 'Keterangan anak, BAP' },
  'investigation-file': { en: 'Investigation file', id: 'Berkas penyidikan' },
  'exam-result': { en: 'Medico-legal result', id: 'Hasil visum' },
  health: { en: 'Health, pregnancy, psychiatric data', id: 'Data kesehatan, kehamilan, kejiwaan' },
  'counselling-notes': { en: 'Counselling notes', id: 'Catatan konseling' },
  'social-report': { en: 'Social report', id: 'Laporan sosial' },
  'social-inquiry': { en: 'Social inquiry report on a child suspect', id: 'Litmas' },
  'suspect-identity': { en: 'Identity of the suspect', id: 'Identitas terlapor' },
  'digital-evidence': { en: 'Images, chats, devices', id: 'Gambar, percakapan, perangkat' },
  'reporter-identity': { en: 'Identity of the reporter', id: 'Identitas pelapor' },
  'shelter-location': { en: 'Location of the shelter', id: 'Lokasi rumah aman' },
  'other-children': { en: 'Data of other children', id: 'Data anak lain' },
  'case-status': { en: 'Status, dates and deadlines', id: 'Status, tanggal, dan batas waktu' },
  'legal-stage': { en: 'Stage of the legal process', id: 'Tahap proses hukum' },
  'service-record': { en: 'What this service itself needs or did', id: 'Catatan layanan itu sendiri' },
});
