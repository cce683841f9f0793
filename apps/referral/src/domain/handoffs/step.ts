import { done, type Outcome } from '@rujukan/kernel';
import { handoffMoved, handoffReturned, type Fact } from '../events.js';
import {
  apply,
  giveBack,
  take,
  type Handoff,
  type PlainAction,
  type RejectionReason,
  type StepReason,
} from './handoff.js';
import type { HandoffAction } from './machine.js';

/** A step along the machine: whose it is, where it leads, and what the other agency is told. */
export interface Step {
  readonly action: HandoffAction;
  /** @param since when it came to the state in which it is; asked for where time stood still meanwhile. */
  next(handoff: Handoff, now: Date, since?: Date): Outcome<Handoff, 'illegal-transition'>;
  readonly stoodStill?: boolean;
  /** Kept with the step and in the log. */
  readonly why?: StepReason;
  /** The news of it; none of what was never sent. */
  news(after: Handoff): Fact;
}

/** A step that changes nothing but where the handoff stands. */
export const plainStep = (action: PlainAction, why?: StepReason): Step => ({
  action,
  ...(why === undefined ? {} : { why }),
  next(handoff, now) {
    const decision = take(handoff, action, now);
    return decision.ok ? done(apply(handoff, decision.value)) : decision;
  },
  news: handoffMoved,
});

/** Sent again after a question: the time for the answer stood still meanwhile. */
export const resubmission: Step = {
  ...plainStep('resubmit'),
  stoodStill: true,
  next(handoff, now, since = now) {
    const again = plainStep('resubmit').next(handoff, now);
    if (!again.ok) return again;
    const { terms } = again.value;
    const dueAt = new Date(terms.dueAt.getTime() + now.getTime() - since.getTime());
    return done({ ...again.value, terms: { ...terms, dueAt } });
  },
};

export const returning = (reason: RejectionReason): Step => ({
  action: 'return',
  why: reason,
  next(handoff, now) {
    const decision = giveBack(handoff, reason, now);
    return decision.ok ? done(apply(handoff, decision.value)) : decision;
  },
  news: (after) => handoffReturned(after, reason),
});
