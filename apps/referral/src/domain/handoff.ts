import type {
  CodeOf,
  handoffKind,
  handoffStatus,
  lawfulBasis,
  outcome,
  priority,
  rejectionReason,
  ServiceType,
  ShareProfileCode,
} from '@rujukan/contracts';
import { done, refuse, type Outcome, type Refusal } from '@rujukan/kernel';
import type { ChildOutline, Custody } from './custody.js';
import type { AgencyId, CaseId, ConsentId, HandoffId, OverrideId, ServiceId } from './ids.js';
import type { Manifest } from './manifest.js';

export type HandoffKind = CodeOf<typeof handoffKind>;
export type HandoffStatus = CodeOf<typeof handoffStatus>;
export type Priority = CodeOf<typeof priority>;
export type RejectionReason = CodeOf<typeof rejectionReason>;
export type OutcomeCode = CodeOf<typeof outcome>;

/** Who moves a handoff: one of its two agencies, or time itself. */
export type Side = 'sender' | 'receiver' | 'timer';

/** What can be done to a handoff, and by whom. An action with a path has a route; the others are not walked yet. */
export const actions = {
  request: { by: 'sender' },
  receive: { by: 'receiver', path: 'receipts' },
  return: { by: 'receiver' },
  resubmit: { by: 'sender' },
  accept: { by: 'receiver', path: 'acceptances' },
  reject: { by: 'receiver', path: 'rejections' },
  'refer-onward': { by: 'receiver' },
  start: { by: 'receiver' },
  waitlist: { by: 'receiver' },
  hold: { by: 'receiver' },
  complete: { by: 'receiver', path: 'completions' },
  fail: { by: 'receiver', path: 'completions' },
  recall: { by: 'sender' },
  'request-cancel': { by: 'sender' },
  cancel: { by: 'receiver' },
  expire: { by: 'timer' },
  'enter-in-error': { by: 'sender' },
} as const satisfies Record<string, { by: Side; path?: string }>;

export type HandoffAction = keyof typeof actions;

type Exits = Readonly<Partial<Record<HandoffAction, HandoffStatus>>>;

// An answer is a receipt too: a shelter that says yes at night need not confirm first that it can read.
const unanswered = {
  accept: 'accepted',
  reject: 'rejected',
  return: 'returned',
  'refer-onward': 'referred-onward',
  recall: 'cancelled',
  expire: 'expired',
  'enter-in-error': 'entered-in-error',
} as const satisfies Exits;

const underway = {
  complete: 'completed',
  fail: 'not-completed',
  'request-cancel': 'cancel-requested',
  'enter-in-error': 'entered-in-error',
} as const satisfies Exits;

/** Grows with every change of the table below. */
export const machineVersion = 1;

/** The whole machine: from each state, what each action leads to. What is not listed is refused. */
export const transitions: Readonly<Record<HandoffStatus, Exits>> = {
  draft: { request: 'requested', 'enter-in-error': 'entered-in-error' },
  requested: { receive: 'received', ...unanswered },
  received: unanswered,
  returned: { resubmit: 'requested', recall: 'cancelled', 'enter-in-error': 'entered-in-error' },
  accepted: {
    start: 'in-progress',
    waitlist: 'waitlisted',
    hold: 'on-hold',
    'refer-onward': 'referred-onward',
    ...underway,
  },
  waitlisted: { start: 'in-progress', ...underway },
  'on-hold': { start: 'in-progress', ...underway },
  'in-progress': { hold: 'on-hold', ...underway },
  'cancel-requested': {
    cancel: 'cancelled',
    complete: 'completed',
    'enter-in-error': 'entered-in-error',
  },
  rejected: {},
  cancelled: {},
  expired: {},
  'referred-onward': {},
  completed: {},
  'not-completed': {},
  'entered-in-error': {},
};

/** What the sender offered. Never changes. */
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
  readonly requestedAt: Date;
  readonly dueAt: Date;
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
}

/** A handoff together with the custody of its case, which an ended one does not show any more. */
export interface HandoffOfCase {
  readonly handoff: Handoff;
  readonly custody?: Custody;
}

export type Decision = Outcome<Progress, 'illegal-transition'>;

export const receive = (handoff: Handoff): Decision => move(handoff, 'receive', { status: 'received' });

export const accept = (handoff: Handoff, now: Date): Decision =>
  move(handoff, 'accept', { status: 'accepted', acceptedAt: now });

export const reject = (handoff: Handoff, reason: RejectionReason, now: Date): Decision =>
  move(handoff, 'reject', { status: 'rejected', reason, endedAt: now });

export function start(handoff: Handoff): Decision {
  const { acceptedAt } = factsOf(handoff.progress);
  return acceptedAt
    ? move(handoff, 'start', { status: 'in-progress', acceptedAt })
    : illegal(handoff.progress.status, 'receiver');
}

/** Ends it with a coded outcome: `completed` where the child was served, `not-completed` where she was not. */
export function complete(handoff: Handoff, outcome: OutcomeCode, now: Date): Decision {
  const { acceptedAt } = factsOf(handoff.progress);
  if (!acceptedAt) return illegal(handoff.progress.status, 'receiver');
  const facts = { acceptedAt, endedAt: now, outcome };
  return wasServed(outcome)
    ? move(handoff, 'complete', { status: 'completed', ...facts })
    : move(handoff, 'fail', { status: 'not-completed', ...facts });
}

export const apply = (handoff: Handoff, progress: Progress): Handoff => ({
  ...handoff,
  version: handoff.version + 1,
  progress,
});

/** What one side may do now. Only what has a route, so that no button leads nowhere. */
export const allowedActions = (status: HandoffStatus, side: Side): HandoffAction[] =>
  (Object.keys(transitions[status]) as HandoffAction[]).filter(
    (action) => actions[action].by === side && 'path' in actions[action],
  );

/** The facts of any state, so that a reader need not know which state has which. */
export const factsOf = (progress: Progress): Facts => progress;

interface Facts {
  readonly status: HandoffStatus;
  readonly acceptedAt?: Date;
  readonly endedAt?: Date;
  readonly reason?: RejectionReason;
  readonly outcome?: OutcomeCode;
}

function move(handoff: Handoff, action: HandoffAction, progress: Progress): Decision {
  const { status } = handoff.progress;
  return transitions[status][action] === progress.status
    ? done(progress)
    : illegal(status, actions[action].by);
}

const illegal = (status: HandoffStatus, side: Side): Refusal<'illegal-transition'> =>
  refuse('illegal-transition', { status, allowedActions: allowedActions(status, side) });

const wasServed = (outcome: OutcomeCode): boolean =>
  outcome === 'service-provided' || outcome === 'partly-provided';
