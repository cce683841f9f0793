import type { Permission } from '@rujukan/authz';
import type { CodeOf, handoffKind, handoffStatus } from '@rujukan/contracts';

export type HandoffKind = CodeOf<typeof handoffKind>;
export type HandoffStatus = CodeOf<typeof handoffStatus>;

/** Who moves a handoff: one of its two agencies, both together, or time itself. */
export type Side = 'sender' | 'receiver' | 'both' | 'timer';

/** What can be done to a handoff, by whom, with which permission, and the last part of the road that leads there. */
export const actions = {
  request: { by: 'sender', needs: 'handoff:create', path: 'requests' },
  receive: { by: 'receiver', needs: 'handoff:answer', path: 'receipts' },
  return: { by: 'receiver', needs: 'handoff:answer', path: 'returns' },
  resubmit: { by: 'sender', needs: 'handoff:create', path: 'resubmissions' },
  accept: { by: 'receiver', needs: 'handoff:answer', path: 'acceptances' },
  reject: { by: 'receiver', needs: 'handoff:answer', path: 'rejections' },
  'refer-onward': { by: 'receiver', needs: 'handoff:answer', path: 'onward-referrals' },
  start: { by: 'receiver', needs: 'handoff:answer', path: 'starts' },
  waitlist: { by: 'receiver', needs: 'handoff:answer', path: 'waitlistings' },
  hold: { by: 'receiver', needs: 'handoff:answer', path: 'holds' },
  complete: { by: 'receiver', needs: 'handoff:answer', path: 'completions' },
  fail: { by: 'receiver', needs: 'handoff:answer', path: 'completions' },
  recall: { by: 'sender', needs: 'handoff:create', path: 'recalls' },
  'request-cancel': { by: 'sender', needs: 'handoff:create', path: 'cancellation-requests' },
  cancel: { by: 'receiver', needs: 'handoff:answer', path: 'cancellations' },
  'refuse-cancel': { by: 'receiver', needs: 'handoff:answer', path: 'cancellation-refusals' },
  'roll-back': { by: 'both', needs: 'custody:sign', path: 'rollbacks' },
  expire: { by: 'timer' },
  'enter-in-error': { by: 'sender', needs: 'handoff:create', path: 'error-marks' },
} as const satisfies Record<string, { by: Side; needs?: Permission; path?: string }>;

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

/** Grows with every change of the tables below. */
export const machineVersion = 2;

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
    'roll-back': 'cancelled',
    ...underway,
  },
  waitlisted: { start: 'in-progress', ...underway },
  'on-hold': { start: 'in-progress', ...underway },
  'in-progress': { hold: 'on-hold', 'roll-back': 'cancelled', ...underway },
  // Who refuses the cancellation goes on serving the child, wherever it stood before.
  'cancel-requested': {
    cancel: 'cancelled',
    'refuse-cancel': 'in-progress',
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

/** What a kind does not have: nowhere, or not in the states that are named. */
const leftOut: Readonly<
  Record<HandoffKind, Readonly<Partial<Record<HandoffAction, 'always' | readonly HandoffStatus[]>>>>
> = {
  referral: { 'roll-back': 'always' },
  consultation: { 'roll-back': 'always', waitlist: 'always', 'refer-onward': 'always' },
  // Accepted, it has moved custody: nothing takes that back but both agencies together.
  transfer: {
    'refer-onward': 'always',
    waitlist: 'always',
    hold: 'always',
    'request-cancel': 'always',
    'enter-in-error': ['accepted', 'in-progress'],
  },
};

/** Where an action leads a handoff of this kind from this state; undefined where it is not possible. */
export function exitOf(
  kind: HandoffKind,
  status: HandoffStatus,
  action: HandoffAction,
): HandoffStatus | undefined {
  const missing = leftOut[kind][action];
  if (missing === 'always' || missing?.includes(status) === true) return undefined;
  return transitions[status][action];
}

/** Every action that leads on from here. */
export const exitsOf = (kind: HandoffKind, status: HandoffStatus): HandoffAction[] =>
  (Object.keys(transitions[status]) as HandoffAction[]).filter((action) => exitOf(kind, status, action));

export const isFinal = (status: HandoffStatus): boolean => Object.keys(transitions[status]).length === 0;

/** What one side may do now. Only what has a road, so that no button leads nowhere. */
export const allowedActions = (kind: HandoffKind, status: HandoffStatus, side: Side): HandoffAction[] =>
  exitsOf(kind, status).filter((action) => isBy(action, side) && 'path' in actions[action]);

/** May this side take the action at all? */
export const isBy = (action: HandoffAction, side: Side): boolean => {
  const { by } = actions[action];
  return by === side || (by === 'both' && side !== 'timer');
};

/** Whether a worker with these permissions may take this step for the agency. */
export function isOpenTo(permissions: ReadonlySet<Permission>, action: HandoffAction): boolean {
  const step = actions[action];
  return 'needs' in step && permissions.has(step.needs);
}
