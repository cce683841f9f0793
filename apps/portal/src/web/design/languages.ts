import type { Language } from '../app/language/texts.js';
import type { Option } from './field.js';

/** Languages spoken in the city (ISO 639), the most common first. */
const names: Readonly<Record<string, { id: string; en: string }>> = {
  id: { id: 'Indonesia', en: 'Indonesian' },
  ms: { id: 'Melayu', en: 'Malay' },
  hak: { id: 'Tionghoa (Hakka)', en: 'Chinese (Hakka)' },
  nan: { id: 'Tionghoa (Teochew)', en: 'Chinese (Teochew)' },
  day: { id: 'Dayak', en: 'Land Dayak' },
  iba: { id: 'Iban', en: 'Iban' },
  mad: { id: 'Madura', en: 'Madurese' },
  jv: { id: 'Jawa', en: 'Javanese' },
};

export const languageOptions = (language: Language): readonly Option[] =>
  Object.entries(names).map(([value, name]) => ({ value, label: name[language] }));

/** The names of languages by their codes; a code that is not on our list stands for itself. */
export const languageNames = (codes: readonly string[], language: Language): string =>
  codes.map((code) => (Object.hasOwn(names, code) ? names[code]![language] : code)).join(', ');
