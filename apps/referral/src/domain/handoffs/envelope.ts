import type { RequestContext } from '@rujukan/authz';
import type { FieldGroup } from '@rujukan/contracts';
import type { ChildOutline } from '../custody/custody.js';
import type { AgencyId } from '../ids.js';
import { factsOf, type Handoff, type OutcomeCode, type RejectionReason, type Terms } from './handoff.js';
import {
  allowedActions,
  isOpenTo,
  type HandoffAction,
  type HandoffKind,
  type HandoffStatus,
} from './machine.js';
import { isRollbackOpen } from '../custody/rollback.js';

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
  /** Passed on by this agency, to which it was offered first as `partOf`. */
  readonly forwardedBy?: Pick<AgencyName, 'agencyId'>;
  readonly partOf?: string;
  /** Asked of several at once; the sender's to know. */
  readonly openRequest?: string;
  /** Who of the receiving agency is on it; the receiver's to know. */
  readonly claimedBy?: string;
  readonly statusReason?: RejectionReason;
  readonly outcome?: OutcomeCode;
  readonly allowedActions: readonly HandoffAction[];
}

/** What the envelope keeps closed. */
export type Content = {
  readonly caseId?: string;
  readonly caseNumber?: string;
  readonly messages?: readonly Message[];
} & Readonly<Partial<Record<TextPart, string>>>;

/** A word that went with a step, and the version that the step led to. */
export interface Message {
  readonly version: number;
  readonly agencyId: AgencyId;
  readonly text: string;
}

export function envelope(
  handoff: Handoff,
  side: Party,
  names: { readonly from: AgencyName; readonly to: AgencyName },
  { actor, now }: Pick<RequestContext, 'actor' | 'now'>,
): Envelope {
  const { terms, version, progress } = handoff;
  const { reason, outcome } = factsOf(progress);
  return {
    id: terms.id,
    number: terms.number,
    status: progress.status,
    version,
    from: names.from,
    to: terms.serviceId === undefined ? names.to : { ...names.to, serviceId: terms.serviceId },
    ...described(terms),
    ...roadOf(handoff, side),
    ...(reason === undefined ? {} : { statusReason: reason }),
    ...(outcome === undefined ? {} : { outcome }),
    allowedActions: allowedActions(terms.kind, progress.status, side).filter(
      (action) =>
        isOpenTo(actor.permissions, action) && (action !== 'roll-back' || isRollbackOpen(handoff, now)),
    ),
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

/** How it came to the receiver and who has it there: each side learns its own part, and both who passed it on. */
const roadOf = (
  { terms: { onward, openRequest }, claimedBy }: Handoff,
  side: Party,
): Pick<Envelope, 'forwardedBy' | 'partOf' | 'openRequest' | 'claimedBy'> => ({
  ...(onward ? { forwardedBy: { agencyId: onward.forwardedBy } } : {}),
  ...(onward && side === 'sender' ? { partOf: onward.partOf } : {}),
  ...(openRequest !== undefined && side === 'sender' ? { openRequest } : {}),
  ...(claimedBy !== undefined && side === 'receiver' ? { claimedBy } : {}),
});

/** The sender wrote it and may read it. The receiver may from acceptance until the end, and after a transfer for good, unless it was rolled back. */
export function isRevealed({ terms, progress, accessEndedAt }: Handoff, side: Party): boolean {
  if (side === 'sender') return true;
  if (accessEndedAt) return false;
  const { status, acceptedAt, endedAt } = factsOf(progress);
  const isKept = terms.kind === 'transfer' && status !== 'cancelled';
  return acceptedAt !== undefined && (endedAt === undefined || isKept);
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

/** Each may read what it said itself; the receiver hears the sender from acceptance on, for a word may name the child. */
export const mayHear = (handoff: Handoff, side: Party, by: AgencyId): boolean =>
  isRevealed(handoff, side) || by === handoff.terms.to;
