import type { FieldGroup } from '@rujukan/contracts';
import type { ChildOutline } from './custody.js';
import { allowedActions, factsOf } from './handoff.js';
import type {
  Handoff,
  HandoffAction,
  HandoffKind,
  HandoffStatus,
  OutcomeCode,
  RejectionReason,
  Terms,
} from './handoff.js';

/** Sealed texts of a handoff: why and what to mind, from the sender; a word with its answer, from the receiver. */
export const textParts = ['purpose', 'note', 'reply'] as const;
export type TextPart = (typeof textParts)[number];

export type Party = 'sender' | 'receiver';

export interface AgencyName {
  readonly agencyId: string;
  readonly code?: string;
  readonly name?: string;
}

/** What an agency must know to decide. The child's outline is gone once the handoff ended without acceptance. */
export interface Described extends Partial<ChildOutline> {
  readonly kind: HandoffKind;
  readonly serviceType: Terms['serviceType'];
  readonly priority: Terms['priority'];
  readonly lawfulBasis: Terms['lawfulBasis'];
  readonly shareProfile: Terms['shareProfile'];
  /** Groups of fields that acceptance opens to the receiver. */
  readonly willShare: readonly FieldGroup[];
  readonly requestedAt: Date;
  readonly dueAt: Date;
}

/** That, and where it stands; nothing by which the child could be recognised. */
export interface Envelope extends Described {
  readonly id: string;
  readonly number: string;
  readonly status: HandoffStatus;
  readonly version: number;
  readonly from: AgencyName;
  readonly to: AgencyName & { readonly serviceId?: string };
  readonly statusReason?: RejectionReason;
  readonly outcome?: OutcomeCode;
  readonly allowedActions: readonly HandoffAction[];
}

/** What the envelope keeps closed. */
export type Content = { readonly caseId?: string; readonly caseNumber?: string } & Readonly<
  Partial<Record<TextPart, string>>
>;

export function envelope(
  { terms, version, progress }: Handoff,
  side: Party,
  names: { readonly from: AgencyName; readonly to: AgencyName },
): Envelope {
  const { reason, outcome } = factsOf(progress);
  return {
    id: terms.id,
    number: terms.number,
    status: progress.status,
    version,
    from: names.from,
    to: terms.serviceId === undefined ? names.to : { ...names.to, serviceId: terms.serviceId },
    ...described(terms),
    ...(reason === undefined ? {} : { statusReason: reason }),
    ...(outcome === undefined ? {} : { outcome }),
    allowedActions: allowedActions(progress.status, side),
  };
}

export const described = (terms: Terms): Described => ({
  kind: terms.kind,
  serviceType: terms.serviceType,
  priority: terms.priority,
  ...terms.child,
  lawfulBasis: terms.lawfulBasis,
  shareProfile: terms.shareProfile,
  willShare: terms.manifest.fieldGroups,
  requestedAt: terms.requestedAt,
  dueAt: terms.dueAt,
});

/** What is deleted of a preview; the rest is the receiver's receipt. */
export const previewFields = [
  'riskLevel',
  'ageBand',
  'sex',
  'areaCode',
  'languages',
  'hasDisability',
] as const;

/** The sender wrote it and may read it. The receiver may from acceptance until the end, and after a transfer for good. */
export function isRevealed({ terms, progress, accessEndedAt }: Handoff, side: Party): boolean {
  if (side === 'sender') return true;
  if (accessEndedAt) return false;
  const { acceptedAt, endedAt } = factsOf(progress);
  return acceptedAt !== undefined && (endedAt === undefined || terms.kind === 'transfer');
}

/** Which case it is about. A consultation asks advice and names no child, not even by number. */
export function caseReference(handoff: Handoff, side: Party): Pick<Content, 'caseId' | 'caseNumber'> {
  const { kind, caseId, caseNumber } = handoff.terms;
  const isHidden = !isRevealed(handoff, side) || (side === 'receiver' && kind === 'consultation');
  return isHidden ? {} : { caseId, caseNumber };
}

/** The sealed texts that this side may read now. */
export const readableParts = (handoff: Handoff, side: Party): readonly TextPart[] =>
  isRevealed(handoff, side) ? textParts : [];
