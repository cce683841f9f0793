import type { Display } from '@rujukan/contracts';

/** What is wrong with a field, in words that never repeat the field's content. */
export const fieldTexts = {
  required: { id: 'Wajib diisi', en: 'This is required' },
  'wrong-type': { id: 'Jenis isian tidak sesuai', en: 'This has the wrong type' },
  'unknown-field': { id: 'Ada isian yang tidak dikenal', en: 'A field here is not known' },
  'unknown-code': { id: 'Pilih salah satu kode yang tersedia', en: 'Choose one of the known codes' },
  'invalid-format': { id: 'Bentuk isian tidak sesuai', en: 'This is not in the right form' },
  'too-long': { id: 'Paling banyak {limit}', en: 'At most {limit}' },
  'too-short': { id: 'Sedikitnya {limit}', en: 'At least {limit}' },
  'malformed-json': { id: 'Isi permintaan bukan JSON yang sah', en: 'The body is not valid JSON' },
  'duplicate-key': { id: 'Nama isian muncul dua kali', en: 'A name appears twice' },
  'forbidden-key': { id: 'Nama isian tidak diperbolehkan', en: 'A name is not allowed' },
  'too-deep': { id: 'Susunan isian terlalu dalam', en: 'The nesting is too deep' },
  'invalid-cursor': { id: 'Penanda halaman tidak berlaku', en: 'The page cursor is not valid' },
  'not-allowed': { id: 'Isian ini tidak dapat diterima', en: 'This cannot be accepted' },
} as const satisfies Record<string, Display>;

export type FieldErrorCode = keyof typeof fieldTexts;
