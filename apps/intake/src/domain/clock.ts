import { startClock, type Move } from '@rujukan/clocks';
import type { agencyType, CodeOf } from '@rujukan/contracts';
import type { AgencyId, CaseId } from './ids.js';

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
  duty: { readonly caseId: CaseId; readonly agencyId: AgencyId; readonly receivedAt: Date },
): Move => {
  const { caseId, agencyId, receivedAt } = duty;
  return startClock({ id, definition: 'police-report', caseId, agencyId, subject: caseId }, receivedAt);
};
