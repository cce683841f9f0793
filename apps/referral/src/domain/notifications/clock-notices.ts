import type { EventData } from '@rujukan/contracts';
import type { Notification, Watchers } from './notification.js';

/** News of a deadline that somebody must hear of: of a handoff, or of a case that intake watches. */
export type ClockNews = Extract<keyof EventData, `${string}clock.${'warned' | 'breached' | 'escalated'}.v1`>;

interface Duty {
  readonly clockId: string;
  readonly definition: string;
  readonly caseId: string;
  /** The agency that must act. */
  readonly agencyId: string;
  readonly handoffId?: string;
  readonly noticeId?: string;
  readonly serviceType?: string;
  readonly threshold?: number;
  readonly level?: string;
}

/**
 * Who is told of a deadline: of one that is near and of one that was missed the desk that must act, then rung by rung
 * its supervisor and the commissions. Half of the time, and the last moment, which a miss follows at once, are news to
 * nobody. One line for each clock, rung and desk.
 */
export function clockNotices(
  type: ClockNews,
  duty: Duty,
  { commissions }: Pick<Watchers, 'commissions'>,
): Notification[] {
  if (type.endsWith('.warned.v1')) return duty.threshold === 80 ? [ofDesk('clock-warned', duty)] : [];
  if (type.endsWith('.breached.v1')) return [ofDesk('clock-missed', duty)];
  // An emergency that nobody reviews is told as one.
  if (duty.definition === 'break-glass-review') return [];
  if (duty.level === 'supervisor') return [{ ...ofDesk('clock-escalated', duty), audience: 'supervisor' }];
  return commissions.map((agencyId) => ({
    ...dutyOf(duty),
    agencyId,
    kind: 'clock-escalated',
    audience: 'oversight-commissioner',
  }));
}

function ofDesk(kind: Notification['kind'], duty: Duty): Notification {
  const line = { ...dutyOf(duty), agencyId: duty.agencyId, kind, ...placeOf(duty) };
  return duty.definition === 'break-glass-review' ? { ...line, audience: 'supervisor' } : line;
}

const dutyOf = ({ clockId, definition, serviceType }: Duty) => ({
  clockId,
  definition,
  ...(serviceType === undefined ? {} : { serviceType }),
});

/** Where it is done: at the handoff, or at the case. Who answers a withdrawal may have lost the case. */
function placeOf({ handoffId, noticeId, caseId }: Duty): Pick<Notification, 'handoffId' | 'caseId'> {
  if (handoffId !== undefined) return { handoffId };
  return noticeId === undefined ? { caseId } : {};
}
