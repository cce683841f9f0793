import { shareProfiles, type CodeOf, type FieldGroup, type purposeOfUse } from '@rujukan/contracts';
import { factsOf, type Handoff, type Terms } from '../handoffs/handoff.js';

/** Opened by an agency itself, in an emergency: by no handoff, and on no profile. */
export interface EmergencyDisclosure {
  readonly kind: 'emergency';
  readonly accessId: string;
  readonly caseId: Terms['caseId'];
  readonly from: Terms['from'];
  readonly to: Terms['to'];
  readonly fieldGroups: readonly FieldGroup[];
  readonly purpose: CodeOf<typeof purposeOfUse>;
  readonly lawfulBasis: Terms['lawfulBasis'];
  readonly disclosedAt: Date;
}

/** One line of the ledger: which agency got which groups of the file, when, for what, and on which basis. */
export interface Disclosure extends Pick<
  Terms,
  'caseId' | 'kind' | 'from' | 'to' | 'shareProfile' | 'lawfulBasis'
> {
  readonly handoffId: Terms['id'];
  readonly profileVersion: number;
  readonly fieldGroups: readonly FieldGroup[];
  readonly purpose: CodeOf<typeof purposeOfUse>;
  readonly disclosedAt: Date;
}

/** What an accepted handoff disclosed; undefined where nothing of the file was: advice, or not accepted. */
export function disclosureOf({ terms, progress }: Handoff): Disclosure | undefined {
  const { acceptedAt } = factsOf(progress);
  const { profileVersion, fieldGroups } = terms.manifest;
  if (acceptedAt === undefined || fieldGroups.length === 0) return undefined;
  const { id, caseId, kind, from, to, shareProfile, lawfulBasis } = terms;
  const { purpose } = shareProfiles[shareProfile];
  return {
    ...{ handoffId: id, caseId, kind, from, to, shareProfile, lawfulBasis },
    ...{ profileVersion, fieldGroups, purpose, disclosedAt: acceptedAt },
  };
}

/** When the access that a handoff gave ended with the handoff; what a transfer gave ends with custody. */
export function endOfDisclosure({ terms, progress }: Handoff): Date | undefined {
  const { acceptedAt, endedAt } = factsOf(progress);
  return terms.kind === 'transfer' || acceptedAt === undefined ? undefined : endedAt;
}
