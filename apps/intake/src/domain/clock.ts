import type { agencyType, CodeOf } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId } from './ids.js';

interface Shared {
  readonly id: string;
  readonly definition: 'police-report';
  readonly caseId: CaseId;
  /** The agency that must act: whoever holds the case. */
  readonly agencyId: AgencyId;
  readonly startedAt: Date;
  readonly dueAt: Date;
}

/** running -> met | breached; breached -> met (late). A statutory clock never pauses and never vanishes. */
export type DutyClock = Shared &
  (
    | { readonly state: 'running' }
    | { readonly state: 'breached'; readonly breachedAt: Date }
    | {
        readonly state: 'met';
        readonly stoppedAt: Date;
        readonly isLate: boolean;
        readonly breachedAt?: Date;
      }
  );

export type ClockIn<State extends DutyClock['state']> = Extract<DutyClock, { state: State }>;

/** 3 x 24 hours, nights and holidays included (UU 12/2022). */
export const policeReportLimitHours = 72;

/** Types of agency that are the police. */
const policeTypes: readonly string[] = ['police-wcpu', 'police-regional'] satisfies CodeOf<
  typeof agencyType
>[];

/**
 * The duty to tell the police exists as long as they do not know (UU 12/2022, art. 41): no police agency filed or
 * received the report, and it names no report of theirs.
 *
 * @param report.agencyTypes of who filed it and whoever received it; one that is missing is not taken for the police.
 */
export const mustTellPolice = (report: {
  readonly policeReportNumber?: string;
  readonly agencyTypes: readonly string[];
}): boolean =>
  report.policeReportNumber === undefined && !report.agencyTypes.some((type) => policeTypes.includes(type));

/** Runs from the moment the report was received, however long triage took. */
export const startPoliceClock = (
  id: string,
  duty: { caseId: CaseId; agencyId: AgencyId; receivedAt: Date },
): ClockIn<'running'> => ({
  id,
  definition: 'police-report',
  caseId: duty.caseId,
  agencyId: duty.agencyId,
  startedAt: duty.receivedAt,
  dueAt: new Date(duty.receivedAt.getTime() + policeReportLimitHours * 3_600_000),
  state: 'running',
});

/** The deadline is kept when the act falls on it exactly. */
export const isOverdue = (clock: DutyClock, now: Date): boolean => now > clock.dueAt;

export function breach(clock: DutyClock, now: Date): Outcome<ClockIn<'breached'>, 'clock-not-running'> {
  if (clock.state !== 'running' || !isOverdue(clock, now)) return refuse('clock-not-running');
  return done({ ...clock, state: 'breached', breachedAt: now });
}

export function meet(clock: DutyClock, now: Date): Outcome<ClockIn<'met'>, 'clock-not-running'> {
  switch (clock.state) {
    case 'running':
    case 'breached':
      return done({ ...clock, state: 'met', stoppedAt: now, isLate: isOverdue(clock, now) });
    case 'met':
      return refuse('clock-not-running');
  }
}
