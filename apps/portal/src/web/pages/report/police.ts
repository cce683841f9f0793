import type { Report } from '../../data/reports.js';

/** Types of agency that are the police. */
const policeTypes: readonly string[] = ['police-wcpu', 'police-regional'];

/**
 * Whether the police know of what a report tells, as far as it can be seen here: its number with them, who filed it,
 * who received it. Who had it before it was forwarded is not told to the agency that has it now.
 */
export function policeKnow(
  report: Pick<Report, 'policeReportNumber' | 'filedByAgencyId' | 'recipientAgencyId' | 'status'>,
  typeOf: (agencyId: string) => string | undefined,
): 'yes' | 'no' | 'perhaps' {
  const types = [report.filedByAgencyId, report.recipientAgencyId].map(typeOf);
  if (report.policeReportNumber !== undefined) return 'yes';
  if (types.some((type) => type !== undefined && policeTypes.includes(type))) return 'yes';
  return report.status === 'forwarded' || types.includes(undefined) ? 'perhaps' : 'no';
}
