import { clockRow } from '@rujukan/clockwork';
import { CaseSchema, IncidentSchema } from './case.row.js';
import { ReportChildSchema, ReportSchema } from './report.row.js';

/** Rows that are read and written as objects; access, forwardings and known agencies are spoken to in SQL. */
export const entities = [CaseSchema, clockRow, IncidentSchema, ReportChildSchema, ReportSchema];
