import { meet, type DutyClock, type Move } from '@rujukan/clocks';
import type { CodeOf, feedbackProgress } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { factsOf, type Handoff } from './handoff.js';
import { feedbackClock, type Moment } from '../clocks/handoff-clocks.js';
import type { AgencyId, HandoffId } from '../ids.js';

export type FeedbackProgress = CodeOf<typeof feedbackProgress>;

/** How a service goes on, in the receiver's word to the sender. */
export interface Feedback {
  readonly id: string;
  readonly handoffId: HandoffId;
  readonly by: AgencyId;
  readonly at: Date;
  readonly progress: FeedbackProgress;
}

/** While the handoff runs; after its end the outcome has said it. */
export function giveFeedback(
  { terms, progress }: Handoff,
  said: { readonly id: string; readonly progress: FeedbackProgress; readonly now: Date },
): Outcome<Feedback, 'handoff-not-running'> {
  const { acceptedAt, endedAt } = factsOf(progress);
  if (acceptedAt === undefined || endedAt !== undefined) return refuse('handoff-not-running');
  const { id, progress: how, now } = said;
  return done({ id, handoffId: terms.id, by: terms.to, at: now, progress: how });
}

/** The clock that this word stops, and the one that the next word will stop. */
export function feedbackGiven(
  handoff: Handoff,
  open: readonly DutyClock[],
  moment: Moment,
): { readonly met: Move[]; readonly next: Move[] } {
  const running = open.find(({ definition }) => definition === 'referral-feedback');
  const met = running && meet(running, moment.now);
  if (!met) return { met: [], next: [] };
  return { met: [met], next: [feedbackClock(handoff, met.clock.round + 1, moment)] };
}
