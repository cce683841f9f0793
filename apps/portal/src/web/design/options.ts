import { regions, type CodeList, type RegionCode } from '@rujukan/contracts';
import type { Language } from '../app/language/texts.js';
import type { Option } from './field.js';

/** A code list as options of a field, in the language of the person. */
export const optionsOf = <Code extends string>(
  list: CodeList<Code>,
  language: Language,
  without: readonly Code[] = [],
): readonly Option[] =>
  list.codes
    .filter((code) => !without.includes(code))
    .map((code) => ({ value: code, label: list.display[code][language] }));

export const regionOptions: readonly Option[] = Object.entries(regions).map(([value, label]) => ({
  value,
  label,
}));

export const regionName = (code: string | undefined): string | undefined =>
  code && Object.hasOwn(regions, code) ? regions[code as RegionCode] : code;
