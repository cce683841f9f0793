import type { CodeOf } from '../codes/code-list.js';
import type { lawfulBasis } from '../codes/lawful-basis.js';
import type { sharingLevel } from '../codes/sharing-level.js';
import type { AgencyType, ServiceType, SharedData, ShareProfile } from './share-profile.js';

export type SharingLevel = CodeOf<typeof sharingLevel>;

/** Columns of the matrix. A kind of agency that stands in none receives nothing. */
const columns = [
  ['police-wcpu', 'police-regional'],
  ['uptd-ppa'],
  ['social-service', 'child-shelter'],
  ['oversight-province', 'oversight-city'],
  ['hospital', 'primary-health'],
  ['probation'],
  ['legal-aid'],
  ['witness-victim-agency'],
  ['ngo-service'],
  ['education-office'],
  ['research-partner'],
  ['audit-body'],
  // Below the field study's own columns: agencies that only rows H18, H21 and H23 of its handoff table name.
  ['prosecutor', 'court'],
  ['civil-registry'],
  ['family-centre'],
] as const satisfies readonly (readonly AgencyType[])[];

const letters = {
  F: 'full',
  M: 'minimum',
  S: 'status',
  P: 'pseudonymous',
  A: 'aggregate',
  C: 'consent',
  L: 'court-order',
  H: 'host',
  N: 'named-officer',
  K: 'own-client',
  O: 'own-record',
  '-': 'none',
} as const satisfies Record<string, SharingLevel>;

/** One letter for each column, in their order. Source: the sharing matrix of the field study. */
const rows = {
  //                       pol upt dns ovr hos bap lbh lps ngo sch for aud jus civ fam
  identity: '               F   F   F   P   F   K   F   F   M   M   -   P   M   M   M',
  'identity-number': '      F   F   M   -   M   M   M   M   -   -   -   -   M   M   -',
  residence: '              M   F   F   S   -   M   M   F   M   -   A   -   -   M   -',
  guardian: '               M   F   F   -   M   M   M   M   M   M   -   -   -   M   M',
  allegation: '             F   F   M   P   M   K   F   F   M   -   A   P   M   -   -',
  exploitation: '           F   F   M   P   M   K   F   F   M   -   A   P   M   -   -',
  factors: '                M   F   F   A   -   M   M   -   M   -   A   A   -   -   -',
  safety: '                 F   F   F   P   M   M   M   F   M   M   A   P   M   -   M',
  'current-location': '     N   F   H   -   -   -   -   M   H   -   -   -   -   -   -',
  needs: '                  F   F   F   P   F   F   F   F   F   F   A   P   F   F   F',
  'police-report-number': ' F   F   M   P   M   M   M   M   -   -   -   P   M   -   -',
  statement: '              F   -   -   -   -   -   L   L   -   -   -   -   L   -   -',
  'investigation-file': '   F   -   -   -   -   -   L   L   -   -   -   -   L   -   -',
  'exam-result': '          F   S   S   S   F   S   L   L   S   -   -   S   L   -   -',
  health: '                 -   M   M   -   F   M   C   C   M   -   -   -   -   -   -',
  'counselling-notes': '    -   O   S   -   O   -   C   -   O   -   -   S   -   -   -',
  'social-report': '        F   F   F   -   -   M   C   M   S   -   -   S   -   -   -',
  'social-inquiry': '       F   -   -   -   -   F   C   -   -   -   -   S   -   -   -',
  'suspect-identity': '     F   M   M   P   -   K   M   F   M   -   A   P   M   -   -',
  'digital-evidence': '     -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  'reporter-identity': '    C   O   -   O   -   -   -   -   O   -   -   -   -   -   -',
  'shelter-location': '     N   F   H   -   -   -   -   M   H   -   -   -   -   -   -',
  'other-children': '       -   -   -   -   -   -   -   -   -   -   -   -   -   -   -',
  'case-status': '          O   F   O   P   O   O   O   O   O   O   A   P   O   O   O',
  'legal-stage': '          F   M   M   P   M   M   M   M   M   -   -   P   F   -   -',
  'service-record': '       M   F   M   -   M   M   M   M   M   M   -   -   M   M   M',
} as const satisfies Record<SharedData, string>;

const levelsOf = (row: string): SharingLevel[] =>
  row
    .trim()
    .split(/ +/)
    .map((letter) => letters[letter as keyof typeof letters]);

/** How far each kind of data may go to each kind of agency. */
export const sharingMatrix: ReadonlyMap<SharedData, readonly SharingLevel[]> = new Map(
  Object.entries(rows).map(([data, row]) => [data as SharedData, levelsOf(row)]),
);

export const sharingColumns: readonly (readonly AgencyType[])[] = columns;

export function sharingLevelOf(data: SharedData, receiver: AgencyType): SharingLevel {
  const column = sharingColumns.findIndex((types) => types.includes(receiver));
  return sharingMatrix.get(data)?.[column] ?? 'none';
}

/** Under what terms data would go. */
export interface SharingTerms {
  readonly receiver: AgencyType;
  readonly serviceType?: ServiceType;
  readonly lawfulBasis?: CodeOf<typeof lawfulBasis>;
}

/** What a profile would send that this receiver may not have; empty where the matrix lets it pass. */
export const exceeding = (profile: ShareProfile, terms: SharingTerms): readonly SharedData[] =>
  [...profile.fieldGroups, ...profile.documents].filter(
    (data) => !passes(sharingLevelOf(data, terms.receiver), profile, terms),
  );

function passes(level: SharingLevel, { road }: ShareProfile, terms: SharingTerms): boolean {
  switch (level) {
    case 'full':
    case 'minimum':
    case 'own-client':
    case 'named-officer':
    // Nothing travels without a recorded basis, whichever it is.
    case 'consent':
      return true;
    case 'host':
      return terms.serviceType === 'emergency-shelter';
    case 'court-order':
      return terms.lawfulBasis === 'court-order';
    case 'own-record':
      return road === 'notice';
    case 'pseudonymous':
    case 'aggregate':
      return road === 'feed';
    case 'status':
    case 'none':
      return false;
  }
}
