import type { CodeOf } from './codes/code-list.js';
import type { emergencyReason } from './codes/emergency-reason.js';
import type { FieldGroup } from './sharing/share-profile.js';

export type EmergencyReason = CodeOf<typeof emergencyReason>;

/** What each emergency needs to know, and no more. What happened to the child is in none. */
const shownFor: Readonly<Record<EmergencyReason, readonly FieldGroup[]>> = {
  'medical-emergency': ['identity', 'guardian', 'safety', 'needs'],
  'immediate-danger': ['identity', 'residence', 'guardian', 'safety', 'current-location', 'needs'],
  'child-missing': ['identity', 'residence', 'guardian', 'safety', 'needs'],
  'custodian-unreachable': ['identity', 'safety', 'needs'],
};

export const emergencyGroups = (reason: string): readonly FieldGroup[] =>
  Object.hasOwn(shownFor, reason) ? shownFor[reason as EmergencyReason] : [];
