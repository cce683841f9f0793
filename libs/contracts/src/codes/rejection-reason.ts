import { codeList } from './code-list.js';

/** Why a receiver declines or returns a handoff. */
export const rejectionReason = codeList('rejection-reason', {
  'no-capacity': { en: 'No capacity', id: 'Kapasitas penuh' },
  'not-eligible-age': { en: 'Age not eligible', id: 'Usia tidak memenuhi kriteria' },
  'not-eligible-sex': { en: 'Sex not eligible', id: 'Jenis kelamin tidak memenuhi kriteria' },
  'out-of-jurisdiction': { en: 'Outside area', id: 'Di luar wilayah' },
  'service-not-offered': { en: 'Service not offered', id: 'Layanan tidak tersedia' },
  'insufficient-information': { en: 'Not enough information', id: 'Informasi kurang' },
  'missing-documents': { en: 'Documents missing', id: 'Dokumen belum lengkap' },
  'basis-missing': { en: 'Lawful basis missing', id: 'Dasar pemrosesan belum ada' },
  duplicate: { en: 'Duplicate', id: 'Rujukan ganda' },
  'conflict-of-interest': { en: 'Conflict of interest', id: 'Benturan kepentingan' },
  'safety-risk': { en: 'Safety risk', id: 'Risiko keselamatan' },
  other: { en: 'Other', id: 'Lainnya' },
});
