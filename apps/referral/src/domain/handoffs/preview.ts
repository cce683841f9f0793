import { fieldGroup, shareProfiles, type FieldGroup, type SharedData } from '@rujukan/contracts';
import { described, textParts, type Described } from './envelope.js';
import type { Handoff } from './handoff.js';

/** What the receiver would see of a handoff that is not sent yet. */
export interface Preview {
  /** Until it answers. */
  readonly before: Described;
  /** From its acceptance until the end. */
  readonly after: {
    readonly fieldGroups: readonly FieldGroup[];
    /** What the sender writes, and whether the case is named. */
    readonly content: readonly string[];
  };
  /** What it will not see, and what must not be attached by hand either. */
  readonly never: readonly SharedData[];
  readonly profileVersion: number;
}

export function previewOf({ terms }: Handoff): Preview {
  const { fieldGroups, profileVersion } = terms.manifest;
  const closed = fieldGroup.codes.filter((group) => !fieldGroups.includes(group));
  const written = textParts.filter((part) => part !== 'reply');
  return {
    before: described(terms),
    after: {
      fieldGroups,
      content: terms.kind === 'consultation' ? written : ['caseId', 'caseNumber', ...written],
    },
    never: [...new Set<SharedData>([...closed, ...shareProfiles[terms.shareProfile].never])],
    profileVersion,
  };
}
