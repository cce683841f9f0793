import { present } from '../../app/routes/search.js';
import type { ExportCriteria, NewExport } from '../../data/exports.js';
import { caseCodeOf } from '../../design/case-code.js';
import { fromLocalInput } from '../../design/time.js';

export interface Wanted {
  reason: NewExport['reason'] | '';
  case: string;
  agency: string;
  outcome: NonNullable<ExportCriteria['outcome']> | '';
  from: string;
  to: string;
}

export const nothingWanted: Wanted = { reason: '', case: '', agency: '', outcome: '', from: '', to: '' };

/** Days of the person's own calendar; the last one is meant whole. */
export const criteriaOf = (wanted: Omit<Wanted, 'reason'>): ExportCriteria =>
  present({
    case: caseCodeOf(wanted.case),
    agency: wanted.agency || undefined,
    outcome: wanted.outcome || undefined,
    from: wanted.from ? fromLocalInput(`${wanted.from}T00:00`) : undefined,
    to: wanted.to ? endOf(wanted.to) : undefined,
  });

/** The service takes the end as the first moment that is not meant any more. */
const endOf = (day: string): string =>
  new Date(Date.parse(fromLocalInput(`${day}T00:00`)) + 86_400_000).toISOString();
