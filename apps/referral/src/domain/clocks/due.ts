import { deadlineOf, type Urgency } from '@rujukan/clocks';
import type { RiskLevel } from '../custody/custody.js';
import type { Priority, Terms } from '../handoffs/handoff.js';

// Not assessed counts as high: nobody waits because nobody asked.
const byRisk: Record<RiskLevel, Urgency> = { high: 'high', unassessed: 'high', medium: 'medium', low: 'low' };
const byPriority: Record<Priority, Urgency> = {
  stat: 'high',
  asap: 'high',
  urgent: 'medium',
  routine: 'low',
};
const strictestFirst: readonly Urgency[] = ['high', 'medium', 'low'];

/** The stricter of risk and priority. */
export function urgencyOf(riskLevel: RiskLevel, priority: Priority): Urgency {
  const both = [byRisk[riskLevel], byPriority[priority]];
  return strictestFirst.find((urgency) => both.includes(urgency)) ?? 'high';
}

/** When the receiver must have answered. */
export const answerDueAt = (riskLevel: RiskLevel, priority: Priority, now: Date): Date =>
  deadlineOf('referral-decision', now, { urgency: urgencyOf(riskLevel, priority) });

/** What nobody answers lapses this long after its answer was due, and only at low risk: no other child is let go by time. */
const lapseAfter = 7 * 24 * 3_600_000;

export const mayExpire = ({ child, dueAt }: Pick<Terms, 'child' | 'dueAt'>, now: Date): boolean =>
  child?.riskLevel === 'low' && dueAt < expiresBefore(now);

/** An answer that was due before this moment comes too late now. */
export const expiresBefore = (now: Date): Date => new Date(now.getTime() - lapseAfter);
