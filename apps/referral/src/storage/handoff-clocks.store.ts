import type { EntityManager } from 'typeorm';
import { meet } from '@rujukan/clocks';
import { Clockwork, lockOpenClocks } from '@rujukan/clockwork';
import { newId, type Act } from '@rujukan/persistence';
import { clockFact } from '../domain/events.js';
import type { Handoff } from '../domain/handoffs/handoff.js';
import { feedbackGiven } from '../domain/handoffs/feedback.js';
import { clocksOfRequest, clocksOfStep, endWithCase, settle } from '../domain/clocks/handoff-clocks.js';
import type { RiskLevel } from '../domain/custody/custody.js';
import type { CaseId } from '../domain/ids.js';
import { restart } from '../domain/clocks/risk-clocks.js';
import { saveDueAt, type WaitingOffer } from './outline.store.js';

/** The clocks of this service. */
export const clocks = new Clockwork(clockFact);

/** A handoff was requested: its clocks begin, and that of the need unless it runs already. */
export const startClocks = (tx: EntityManager, act: Act, handoff: Handoff, now: Date): Promise<void> =>
  clocks.start(tx, act, clocksOfRequest(handoff, { now, newId: () => newId(now) }));

/** A handoff moved on: what that means for its clocks. The case's lock keeps other moves away. */
export async function settleClocks(tx: EntityManager, act: Act, handoff: Handoff, now: Date): Promise<void> {
  const { id, caseId, serviceType } = handoff.terms;
  const all = await lockOpenClocks(tx, { subjects: [id, caseId] });
  const open = all.filter(({ subject, aspect }) => subject === id || aspect === serviceType);
  const isNeededElsewhere = open.length > 0 && (await isStillAsked(tx, handoff));
  await clocks.save(tx, act, settle(handoff, open, { now, isNeededElsewhere }));
  await clocks.start(tx, act, clocksOfStep(handoff, open, { now, newId: () => newId(now) }));
}

/** @returns when the next word to the sender is due; undefined where none is owed. */
export async function restartFeedbackClock(
  tx: EntityManager,
  act: Act,
  handoff: Handoff,
  now: Date,
): Promise<Date | undefined> {
  const open = await lockOpenClocks(tx, { subjects: [handoff.terms.id] });
  const { met, next } = feedbackGiven(handoff, open, { now, newId: () => newId(now) });
  await clocks.save(tx, act, met);
  await clocks.start(tx, act, next);
  return next[0]?.clock.dueAt;
}

/** What a subject was asked for was done. */
export async function stopClock(tx: EntityManager, act: Act, subject: string, now: Date): Promise<void> {
  const open = await lockOpenClocks(tx, { subjects: [subject] });
  await clocks.save(
    tx,
    act,
    open.flatMap((clock) => meet(clock, now) ?? []),
  );
}

/** The risk is another one now: clocks whose time depends on it are counted anew, and what the sender is told with them. */
export async function restartClocks(
  tx: EntityManager,
  act: Act,
  change: {
    readonly caseId: CaseId;
    readonly riskLevel: RiskLevel;
    readonly waiting: readonly WaitingOffer[];
    readonly now: Date;
  },
): Promise<void> {
  const { caseId, now } = change;
  const open = await lockOpenClocks(tx, { caseId });
  const restarts = restart(open, change, { now, newId: () => newId(now) });
  await clocks.save(
    tx,
    act,
    restarts.map(({ old }) => old),
  );
  await clocks.start(
    tx,
    act,
    restarts.map(({ next }) => next),
  );
  for (const { next } of restarts)
    if (next.clock.definition === 'referral-decision')
      await saveDueAt(tx, next.clock.subject, next.clock.dueAt);
}

/** The case is closed: nobody must answer any more what nobody may accept. */
export async function endClocks(tx: EntityManager, act: Act, caseId: CaseId, now: Date): Promise<void> {
  await clocks.save(tx, act, endWithCase(await lockOpenClocks(tx, { caseId }), now));
}

/**
 * Whether the need outlives this offer: another one of the same case waits to serve it, or this one was a draft that was
 * never sent and so never stood for it. What was sent has had clocks of its own.
 */
async function isStillAsked(tx: EntityManager, { terms, progress }: Handoff): Promise<boolean> {
  if (progress.status !== 'cancelled' && progress.status !== 'entered-in-error') return false;
  const [row] = await tx.query<{ asked: boolean }[]>(
    `select not exists (select from duty_clock where subject = $3)
         or exists (select from handoff where case_id = $1 and service_type = $2 and id <> $3
              and kind <> 'consultation' and status in ('draft', 'requested', 'received', 'returned')) as asked`,
    [terms.caseId, terms.serviceType, terms.id],
  );
  return row?.asked ?? false;
}
