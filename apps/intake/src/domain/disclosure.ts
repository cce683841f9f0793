import {
  emergencyGroups,
  fieldGroup,
  shareProfiles,
  type FieldGroup,
  type ShareProfile,
} from '@rujukan/contracts';

/** How an agency came to a case. */
export type Grant =
  | { readonly basis: 'custodian' }
  | {
      readonly basis: 'handoff';
      readonly handoffId: string;
      readonly shareProfile: string;
      /** The manifest of the handoff. Absent where it was accepted before manifests were kept: then the profile's. */
      readonly fieldGroups?: readonly string[];
    }
  | {
      readonly basis: 'emergency';
      readonly accessId: string;
      readonly reason: string;
      readonly endsAt: Date;
    };

/** Fields of the answer that each group shows; what is in no group is shown to whoever knows the case. */
export const groupFields = {
  identity: ['child.name', 'child.birthDate', 'child.sex', 'child.statedAge', 'child.ageCertainty'],
  'identity-number': ['child.nik'],
  residence: ['child.residence'],
  guardian: ['child.guardian'],
  allegation: ['incident.summary', 'incident.place', 'incident.occurredAt'],
  exploitation: ['incident.exploitationTypes', 'incident.modus', 'incident.platforms'],
  factors: ['incident.contributingFactors'],
  // A shelter that may not know the guardian must still know whom to keep away.
  safety: ['incident.immediateSafety', 'child.isGuardianSuspect'],
  'current-location': ['child.currentLocation'],
  needs: ['child.languages', 'child.hasDisability'],
  'police-report-number': ['policeReportNumber'],
} as const satisfies Record<FieldGroup, readonly string[]>;

export type CaseField = (typeof groupFields)[FieldGroup][number];

/**
 * Groups that the grants show together, in the order of the code list. Custody shows all of them, a handoff those of
 * its manifest; a profile or a group that is not known shows none.
 */
export function visibleGroups(grants: readonly Grant[]): readonly FieldGroup[] {
  const shown = new Set(grants.flatMap(groupsOf));
  return fieldGroup.codes.filter((group) => shown.has(group));
}

export const fieldsOf = (groups: readonly FieldGroup[]): ReadonlySet<CaseField> =>
  new Set(groups.flatMap((group): readonly CaseField[] => groupFields[group]));

function groupsOf(grant: Grant): readonly string[] {
  switch (grant.basis) {
    case 'custodian':
      return fieldGroup.codes;
    case 'handoff':
      return grant.fieldGroups ?? profileGroups(grant.shareProfile);
    case 'emergency':
      return emergencyGroups(grant.reason);
  }
}

const profileGroups = (code: string): readonly FieldGroup[] =>
  isProfile(code) ? profiles[code].fieldGroups : [];

const profiles: Readonly<Record<keyof typeof shareProfiles, ShareProfile>> = shareProfiles;

const isProfile = (code: string): code is keyof typeof shareProfiles => Object.hasOwn(shareProfiles, code);
