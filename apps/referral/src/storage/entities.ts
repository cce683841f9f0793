import { clockRow } from '@rujukan/clockwork';
import { caseCustodyRow, closedCaseRow, custodyPeriodRow } from './custody.row.js';
import { agencyRow, serviceRow } from './directory.row.js';
import { disclosureRow, handoffEnvelopeRow } from './disclosure.row.js';
import { feedbackRow } from './feedback.row.js';
import { handoffRow, handoffStepRow, handoffTextRow } from './handoff.row.js';

export const entities = [
  agencyRow,
  serviceRow,
  caseCustodyRow,
  custodyPeriodRow,
  closedCaseRow,
  handoffRow,
  handoffStepRow,
  handoffTextRow,
  handoffEnvelopeRow,
  disclosureRow,
  clockRow,
  feedbackRow,
];
