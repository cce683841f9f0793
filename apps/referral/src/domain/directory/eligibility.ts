import type { CodeOf, mismatch } from '@rujukan/contracts';
import type { AgeBand, ChildOutline, Sex } from '../custody/custody.js';

export type Mismatch = CodeOf<typeof mismatch>;

/** Whom a service is for. An empty list, like an absent age, excludes nobody. */
export interface Eligibility {
  readonly minAge?: number;
  readonly maxAge?: number;
  readonly sex: readonly Sex[];
  /** Kemendagri codes: a province, a city or a kecamatan, which holds what lies in it. */
  readonly areas: readonly string[];
  readonly languages: readonly string[];
  /** Absent where nobody has said. */
  readonly disabilityAccess?: boolean;
}

export const forEveryone: Eligibility = { sex: [], areas: [], languages: [] };

/** Who needs a service, in the words of an envelope: nobody could be recognised by it. */
export type Need = Pick<ChildOutline, 'ageBand' | 'sex' | 'areaCode' | 'languages' | 'hasDisability'>;

const years: Record<AgeBand, readonly [from: number, to: number]> = {
  '0-8': [0, 8],
  '9-12': [9, 12],
  '13-15': [13, 15],
  '16-17': [16, 17],
  '18+': [18, Infinity],
  unknown: [0, Infinity],
};

/** Why the service is not for this child: what stands in the way of asking comes first. Doubt speaks for the child. */
export function mismatches(need: Need, service: Eligibility): Mismatch[] {
  const found: [isFound: boolean, Mismatch][] = [
    [!fitsAge(need.ageBand, service), 'not-eligible-age'],
    [!fitsSex(need.sex, service.sex), 'not-eligible-sex'],
    [!coversArea(need.areaCode, service.areas), 'out-of-jurisdiction'],
    [!sharesLanguage(need.languages, service.languages), 'language-not-spoken'],
    [need.hasDisability && service.disabilityAccess === false, 'no-disability-access'],
  ];
  return found.flatMap(([isFound, code]) => (isFound ? [code] : []));
}

/**
 * May the service be asked? Age and sex decide. A home elsewhere, a language or a stair does not: a child is found
 * where she is found, and an interpreter can be brought.
 */
export const isEligible = (need: Need, service: Eligibility): boolean =>
  fitsAge(need.ageBand, service) && fitsSex(need.sex, service.sex);

function fitsAge(band: AgeBand, { minAge = 0, maxAge = Infinity }: Eligibility): boolean {
  const [from, to] = years[band];
  return from <= maxAge && to >= minAge;
}

const fitsSex = (sex: Sex | undefined, allowed: readonly Sex[]): boolean =>
  allowed.length === 0 || (sex !== 'female' && sex !== 'male') || allowed.includes(sex);

const coversArea = (area: string | undefined, areas: readonly string[]): boolean =>
  area === undefined ||
  areas.length === 0 ||
  areas.some((covered) => area === covered || area.startsWith(`${covered}.`));

const sharesLanguage = (spoken: readonly string[], offered: readonly string[]): boolean =>
  spoken.length === 0 || offered.length === 0 || spoken.some((language) => offered.includes(language));
