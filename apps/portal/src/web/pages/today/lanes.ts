import type { DutyClock } from '../../data/clocks.js';
import type { Handoff } from '../../data/handoffs.js';
import type { ListedReport } from '../../data/reports.js';
import { riskTone } from '../../design/risk.js';

const hourMs = 3_600_000;

/**
 * Sent by us, and a child at high risk waits: nobody has confirmed it in time, or less than an hour is left to answer.
 * Somebody should telephone.
 */
export const isAlarming = (
  { riskLevel, dueAt, nextClock }: Pick<Handoff, 'riskLevel' | 'dueAt' | 'nextClock'>,
  now: Date,
): boolean =>
  riskLevel !== undefined &&
  riskTone[riskLevel] === 'danger' &&
  (nextClock?.state === 'breached' || new Date(dueAt).getTime() - now.getTime() <= hourMs);

export const isUnsafe = ({ immediateSafety }: Pick<ListedReport, 'immediateSafety'>): boolean =>
  immediateSafety === 'unsafe';

/** Needs that this agency must find somebody for: a duty of its own, whoever has been asked meanwhile. */
export const ownNeeds = (clocks: readonly DutyClock[], agencyId: string | null): readonly DutyClock[] =>
  clocks.filter(
    (clock) => clock.agencyId === agencyId && (clock.state === 'running' || clock.state === 'breached'),
  );
