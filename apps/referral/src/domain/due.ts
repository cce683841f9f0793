import type { RiskLevel } from './custody.js';
import type { Priority } from './handoff.js';

const hour = 3_600_000;

// Not assessed counts as high: nobody waits because nobody asked.
const hoursByRisk: Record<RiskLevel, number> = { high: 3, unassessed: 3, medium: 24, low: 72 };
const hoursByPriority: Record<Priority, number> = { stat: 3, asap: 3, urgent: 24, routine: 72 };

/** When the receiver must have answered: elapsed hours, the stricter of risk and priority. */
export const answerDueAt = (riskLevel: RiskLevel, priority: Priority, now: Date): Date =>
  new Date(now.getTime() + Math.min(hoursByRisk[riskLevel], hoursByPriority[priority]) * hour);
