import {
  shareProfiles,
  type CodeOf,
  type FieldGroup,
  type handoffKind,
  type ShareProfileCode,
} from '@rujukan/contracts';

/** What acceptance opens to the receiver, as the sender saw it when it asked. */
export interface Manifest {
  readonly profileVersion: number;
  readonly fieldGroups: readonly FieldGroup[];
}

/** A consultation opens no file, whatever profile it names. */
export function manifestOf(kind: CodeOf<typeof handoffKind>, shareProfile: ShareProfileCode): Manifest {
  const { version, fieldGroups } = shareProfiles[shareProfile];
  return { profileVersion: version, fieldGroups: kind === 'consultation' ? [] : fieldGroups };
}
