import {
  cancelReason,
  cancelRefusalReason,
  errorReason,
  holdReason,
  recallReason,
  rejectionReason,
  type CodeList,
  type CodeOf,
  type outcome,
} from '@rujukan/contracts';
import { callApi } from '../app/call-api.js';
import type { Handoff } from './handoffs.js';

type Seen = Pick<Handoff, 'id' | 'version'>;

/** What a step asks of the person who takes it. */
type Asks = 'nothing' | 'word' | 'reason' | 'reason-and-word' | 'outcome' | 'receiver';

interface Step {
  readonly road: string;
  readonly asks: Asks;
}

/** Every step that a person can take, its road, and what the page asks for it. */
export const steps = {
  request: { road: 'requests', asks: 'nothing' },
  receive: { road: 'receipts', asks: 'nothing' },
  accept: { road: 'acceptances', asks: 'nothing' },
  start: { road: 'starts', asks: 'nothing' },
  complete: { road: 'completions', asks: 'outcome' },
  fail: { road: 'completions', asks: 'outcome' },
  resubmit: { road: 'resubmissions', asks: 'word' },
  return: { road: 'returns', asks: 'reason-and-word' },
  waitlist: { road: 'waitlistings', asks: 'word' },
  hold: { road: 'holds', asks: 'reason-and-word' },
  'refer-onward': { road: 'onward-referrals', asks: 'receiver' },
  reject: { road: 'rejections', asks: 'reason-and-word' },
  cancel: { road: 'cancellations', asks: 'word' },
  'refuse-cancel': { road: 'cancellation-refusals', asks: 'reason-and-word' },
  recall: { road: 'recalls', asks: 'reason-and-word' },
  'request-cancel': { road: 'cancellation-requests', asks: 'reason-and-word' },
  'roll-back': { road: 'rollbacks', asks: 'reason' },
  'enter-in-error': { road: 'error-marks', asks: 'reason-and-word' },
} as const satisfies Record<string, Step>;

export type HandoffAction = keyof typeof steps;

const reasons: Readonly<Partial<Record<HandoffAction, CodeList<string>>>> = {
  hold: holdReason,
  'refuse-cancel': cancelRefusalReason,
  recall: recallReason,
  'request-cancel': cancelReason,
  'enter-in-error': errorReason,
};

/** The reasons that a step may be explained with. */
export const reasonsOf = (action: HandoffAction): CodeList<string> => reasons[action] ?? rejectionReason;

/** What this person may do now, in the order in which it is offered; one button for both ways to complete. */
export const stepsFor = ({ allowedActions }: Pick<Handoff, 'allowedActions'>): readonly HandoffAction[] =>
  (Object.keys(steps) as HandoffAction[]).filter(
    (action) =>
      allowedActions.includes(action) && !(action === 'fail' && allowedActions.includes('complete')),
  );

/** What goes with a step. A word that is empty stays at home. */
export interface StepWords {
  readonly reason?: string;
  readonly outcome?: CodeOf<typeof outcome>;
  readonly note?: string;
  readonly to?: { readonly agencyId: string; readonly serviceId?: string };
  readonly purpose?: string;
}

export function takeStep(
  action: HandoffAction,
  { id, version }: Seen,
  words: StepWords,
  key: string,
): Promise<unknown> {
  const said = Object.entries(words).filter(([, value]) => value !== undefined && value !== '');
  return callApi(`/api/referral/v1/handoffs/${id}/${steps[action].road}`, {
    method: 'POST',
    body: Object.fromEntries(said),
    ifMatch: version,
    idempotencyKey: key,
  });
}

/** Says to colleagues: I am on it. The same again changes nothing. */
export const claimHandoff = ({ id }: Pick<Handoff, 'id'>, key: string): Promise<unknown> =>
  callApi(`/api/referral/v1/handoffs/${id}/claims`, { method: 'POST', body: {}, idempotencyKey: key });

/** Gives it to one of the desk. */
export const assignHandoff = (
  { id }: Pick<Handoff, 'id'>,
  workerId: string,
  idempotencyKey: string,
): Promise<unknown> =>
  callApi(`/api/referral/v1/handoffs/${id}/assignments`, {
    method: 'POST',
    body: { workerId },
    idempotencyKey,
  });

/** Back to the desk, for whoever takes it next. */
export const releaseHandoff = ({ id }: Pick<Handoff, 'id'>, key: string): Promise<unknown> =>
  callApi(`/api/referral/v1/handoffs/${id}/assignments`, { method: 'POST', body: {}, idempotencyKey: key });
