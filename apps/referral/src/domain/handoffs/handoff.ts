import type {
  CodeOf,
  lawfulBasis,
  outcome,
  priority,
  rejectionReason,
  ServiceType,
  ShareProfileCode,
  stepReason,
} from '@rujukan/contracts';
import { done, refuse, type Outcome, type Refusal } from '@rujukan/kernel';
import type { ChildOutline, Custody } from '../custody/custody.js';
import type { AgencyId, CaseId, ConsentId, HandoffId, OpenRequestId, OverrideId, ServiceId } from '../ids.js';
import { actions, allowedActions, exitOf, isFinal } from './machine.js';
import type { HandoffAction, HandoffKind, HandoffStatus, Side } from './machine.js';
import type { Manifest } from '../disclosures/manifest.js';

export type Priority = CodeOf<typeof priority>;
export type RejectionReason = CodeOf<typeof rejectionReason>;
/** Why any step was taken. */
export type StepReason = CodeOf<typeof stepReason>;
export type OutcomeCode = CodeOf<typeof outcome>;

/** What was offered. The sender changes when custody moves, the times when it is sent again, nothing else ever. */
export interface Terms {
  readonly id: HandoffId;
  /** Read out on the telephone, `R-7Q4M2X9A-H`. */
  readonly number: string;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  /** Custody under which it was offered. */
  readonly custodyEpoch: number;
  readonly kind: HandoffKind;
  readonly from: AgencyId;
  readonly to: AgencyId;
  /** Absent when the whole agency is addressed. */
  readonly serviceId?: ServiceId;
  readonly serviceType: ServiceType;
  readonly shareProfile: ShareProfileCode;
  readonly lawfulBasis: LawfulBasis;
  readonly manifest: Manifest;
  readonly priority: Priority;
  /** Absent once the preview is purged. */
  readonly child?: ChildOutline;
  /** Asked of several at once: the first to accept has it, the others are recalled. */
  readonly openRequest?: OpenRequestId;
  /** Passed on by a receiver, under the terms of the handoff that it was offered itself. */
  readonly onward?: Onward;
  readonly requestedAt: Date;
  readonly dueAt: Date;
}

export interface Onward {
  readonly partOf: HandoffId;
  readonly forwardedBy: AgencyId;
}

export interface LawfulBasis {
  readonly code: CodeOf<typeof lawfulBasis>;
  /** Of the law that allows it, `UU 12/2022 Pasal 41` for example. */
  readonly article?: string;
  /** The consent that carries it. */
  readonly consentId?: ConsentId;
  /** The exception that two people answer for, where somebody had said no. */
  readonly overrideId?: OverrideId;
}

/** Where it stands: each state carries its own facts and no others. */
export type Progress =
  | { readonly status: 'draft' | 'requested' | 'received' }
  | { readonly status: 'returned'; readonly reason: RejectionReason }
  | {
      readonly status: 'accepted' | 'waitlisted' | 'on-hold' | 'in-progress' | 'cancel-requested';
      readonly acceptedAt: Date;
    }
  | { readonly status: 'rejected'; readonly endedAt: Date; readonly reason: RejectionReason }
  | {
      readonly status: 'completed' | 'not-completed';
      readonly acceptedAt: Date;
      readonly endedAt: Date;
      readonly outcome: OutcomeCode;
    }
  | {
      readonly status: 'cancelled' | 'expired' | 'referred-onward' | 'entered-in-error';
      readonly acceptedAt?: Date;
      readonly endedAt: Date;
    };

export interface Handoff {
  readonly terms: Terms;
  readonly version: number;
  readonly progress: Progress;
  /** The consent that it rested on is gone: its receiver sees the envelope only. */
  readonly accessEndedAt?: Date;
  /** Who of the receiving agency has taken it from the desk. */
  readonly claimedBy?: string;
}

/** A handoff together with the custody of its case, which an ended one does not show any more. */
export interface HandoffOfCase {
  readonly handoff: Handoff;
  readonly custody?: Custody;
}

export type Decision = Outcome<Progress, 'illegal-transition'>;

/** Actions that bring no fact of their own: where they lead, and from whom, is all in the table. */
export type PlainAction = Exclude<
  HandoffAction,
  'accept' | 'reject' | 'return' | 'complete' | 'fail' | 'refer-onward'
>;

/** A step that says nothing but itself. */
export const take = (handoff: Handoff, action: PlainAction, now: Date): Decision =>
  move(handoff, action, now);

export const accept = (handoff: Handoff, now: Date): Decision =>
  move(handoff, 'accept', now, { acceptedAt: now });

export const reject = (handoff: Handoff, reason: RejectionReason, now: Date): Decision =>
  move(handoff, 'reject', now, { reason });

/** Back to the sender with a question: nothing is decided until it is sent again. */
export const giveBack = (handoff: Handoff, reason: RejectionReason, now: Date): Decision =>
  move(handoff, 'return', now, { reason });

/** Another receiver took it over, on the word of this one. */
export const referOnward = (handoff: Handoff, now: Date): Decision => move(handoff, 'refer-onward', now);

/** Ends it with a coded outcome: `completed` where the child was served, `not-completed` where she was not. */
export const complete = (handoff: Handoff, outcome: OutcomeCode, now: Date): Decision =>
  move(handoff, wasServed(outcome) ? 'complete' : 'fail', now, { outcome });

export const apply = (handoff: Handoff, progress: Progress): Handoff => ({
  ...handoff,
  version: handoff.version + 1,
  progress,
});

/** The facts of any state, so that a reader need not know which state has which. */
export const factsOf = (progress: Progress): Facts => progress;

interface Facts {
  readonly status: HandoffStatus;
  readonly acceptedAt?: Date;
  readonly endedAt?: Date;
  readonly reason?: RejectionReason;
  readonly outcome?: OutcomeCode;
}

/** Acceptance is kept to the end, and the end has a time; the rest comes with the step or not at all. */
function move(
  handoff: Handoff,
  action: HandoffAction,
  now: Date,
  facts: Partial<Omit<Facts, 'status' | 'endedAt'>> = {},
): Decision {
  const { status } = handoff.progress;
  const { acceptedAt } = factsOf(handoff.progress);
  const to = exitOf(handoff.terms.kind, status, action);
  if (!to) return illegal(handoff, actions[action].by);
  return done({
    status: to,
    ...(acceptedAt ? { acceptedAt } : {}),
    ...facts,
    ...(isFinal(to) ? { endedAt: now } : {}),
  } as Progress);
}

const illegal = ({ terms, progress: { status } }: Handoff, side: Side): Refusal<'illegal-transition'> =>
  refuse('illegal-transition', { status, allowedActions: allowedActions(terms.kind, status, side) });

const wasServed = (outcome: OutcomeCode): boolean =>
  outcome === 'service-provided' || outcome === 'partly-provided';
