import type { DutyClock } from '../../data/clocks.js';
import type { Handoff } from '../../data/handoffs.js';
import type { ListedReport } from '../../data/reports.js';
import { riskTone } from '../../design/risk.js';

const hourMs = 3_600_000;

/** Sent by us, not answered, and a child at high risk waits with less than an hour left: somebody should telephone. */
export const isAlarming = ({ riskLevel, dueAt }: Pick<Handoff, 'riskLevel' | 'dueAt'>, now: Date): boolean =>
  riskLevel !== undefined &&
  riskTone[riskLevel] === 'danger' &&
  new Date(dueAt).getTime() - now.getTime() <= hourMs;

export const isUnsafe = ({ immediateSafety }: Pick<ListedReport, 'immediateSafety'>): boolean =>
  immediateSafety === 'unsafe';

/** Needs that this agency must find somebody for: a duty of its own, whoever has been asked meanwhile. */
export const ownNeeds = (clocks: readonly DutyClock[], agencyId: string | null): readonly DutyClock[] =>
  clocks.filter(
    (clock) => clock.agencyId === agencyId && (clock.state === 'running' || clock.state === 'breached'),
  );
