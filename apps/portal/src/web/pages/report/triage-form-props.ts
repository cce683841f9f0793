import type { Report } from '../../data/reports.js';

/** What each way to triage a report is given. */
export interface TriageFormProps {
  readonly report: Report;
  readonly onClose: () => void;
  readonly onDone: () => Promise<unknown>;
}
