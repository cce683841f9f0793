import { CaseCustodyRow } from './case-custody.row.js';
import { ClosureRow } from './closure.row.js';
import { PlanRevisionRow } from './plan-revision.row.js';
import { ServiceEventRow } from './service-event.row.js';

/** Rows that are read and written as objects; the access tables are spoken to in SQL. */
export const entities = [CaseCustodyRow, ClosureRow, PlanRevisionRow, ServiceEventRow];
