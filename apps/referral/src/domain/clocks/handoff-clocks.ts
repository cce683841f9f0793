import {
  cancel,
  meet,
  pause,
  resume,
  startClock,
  type Definition,
  type DutyClock,
  type Move,
} from '@rujukan/clocks';
import { urgencyOf } from './due.js';
import { factsOf, type Handoff } from '../handoffs/handoff.js';
import type { HandoffStatus } from '../handoffs/machine.js';

/** What a decision on clocks needs besides the handoff. */
export interface Moment {
  readonly now: Date;
  readonly newId: () => string;
}

/**
 * The clocks that begin with a request: the receiver's confirmation and answer, and the need itself. The need is the
 * custodian's, of the case and not of this offer: a decline does not stop it, and the next offer finds it running.
 */
export function clocksOfRequest({ terms }: Handoff, { now, newId }: Moment): Move[] {
  const { id, caseId, from, to, kind, serviceType } = terms;
  const urgency = urgencyOf(terms.child?.riskLevel ?? 'unassessed', terms.priority);
  const answer = (definition: Definition): Move =>
    startClock({ id: newId(), definition, caseId, agencyId: to, awaitedBy: from, subject: id, urgency }, now);
  const need = () =>
    startClock(
      {
        id: newId(),
        definition: 'referral-need',
        caseId,
        agencyId: from,
        subject: caseId,
        aspect: serviceType,
        urgency,
      },
      now,
    );
  return [answer('referral-ack'), answer('referral-decision'), ...(kind === 'consultation' ? [] : [need()])];
}

/** The next word to the sender: 14 days after acceptance, then 30 days after each. */
export function feedbackClock({ terms }: Handoff, round: number, { now, newId }: Moment): Move {
  const { id, caseId, from, to } = terms;
  return startClock(
    {
      id: newId(),
      definition: 'referral-feedback',
      caseId,
      agencyId: to,
      awaitedBy: from,
      subject: id,
      round,
    },
    now,
  );
}

/** Clocks that a step of a handoff starts: who accepted a referral will be asked how it goes. */
export function clocksOfStep(handoff: Handoff, open: readonly DutyClock[], moment: Moment): Move[] {
  const isRunning = open.some(({ definition }) => definition === 'referral-feedback');
  const isDue = handoff.progress.status === 'accepted' && handoff.terms.kind === 'referral' && !isRunning;
  return isDue ? [feedbackClock(handoff, 1, moment)] : [];
}

/** What a handoff, as it stands now, does to its open clocks and to that of the need behind it. */
export function settle(
  handoff: Handoff,
  open: readonly DutyClock[],
  { now, isNeededElsewhere }: { readonly now: Date; readonly isNeededElsewhere: boolean },
): Move[] {
  const { status } = handoff.progress;
  const settling: Partial<Record<Definition, (clock: DutyClock) => Move | undefined>> = {
    'referral-ack': (clock) => acknowledgement(status, clock, now),
    'referral-decision': (clock) => decision(status, clock, now),
    'referral-need': (clock) => need(handoff, clock, { now, isNeededElsewhere }),
    'referral-feedback': (clock) => feedback(status, clock, now),
  };
  return open.flatMap((clock) => settling[clock.definition]?.(clock) ?? []);
}

/** Clocks that end with the case: what nobody may accept any more, nobody must answer. Feedback on what runs is still owed. */
export const endWithCase = (open: readonly DutyClock[], now: Date): Move[] =>
  open
    .filter(({ definition }) => endingWithCase.includes(definition))
    .flatMap((clock) => cancel(clock, now) ?? []);

const endingWithCase: readonly Definition[] = ['referral-ack', 'referral-decision', 'referral-need'];

const isWithdrawn = (status: HandoffStatus): boolean =>
  status === 'cancelled' || status === 'expired' || status === 'entered-in-error';

function acknowledgement(status: HandoffStatus, clock: DutyClock, now: Date): Move | undefined {
  if (status === 'draft' || status === 'requested') return undefined;
  return isWithdrawn(status) ? cancel(clock, now) : meet(clock, now);
}

/** While the sender is asked for what is missing, the receiver's time stands still. */
function decision(status: HandoffStatus, clock: DutyClock, now: Date): Move | undefined {
  if (status === 'draft' || status === 'requested' || status === 'received') return resume(clock, now);
  if (status === 'returned') return pause(clock, 'returned', now);
  return isWithdrawn(status) ? cancel(clock, now) : meet(clock, now);
}

/** Met by whoever accepts. It ends without that only where the sender wants nothing any more, from anybody. */
function need(
  { progress }: Handoff,
  clock: DutyClock,
  { now, isNeededElsewhere }: { readonly now: Date; readonly isNeededElsewhere: boolean },
): Move | undefined {
  const { acceptedAt, status } = factsOf(progress);
  if (acceptedAt !== undefined) return meet(clock, now);
  const isDropped = (status === 'cancelled' || status === 'entered-in-error') && !isNeededElsewhere;
  return isDropped ? cancel(clock, now) : undefined;
}

function feedback(status: HandoffStatus, clock: DutyClock, now: Date): Move | undefined {
  if (status === 'completed' || status === 'not-completed') return meet(clock, now);
  return isWithdrawn(status) || status === 'referred-onward' ? cancel(clock, now) : undefined;
}
