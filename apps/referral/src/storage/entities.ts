import { clockRow } from '@rujukan/clockwork';
import {
  basisOverrideRow,
  consentHolderRow,
  consentRow,
  consentTextRow,
  withdrawalNoticeRow,
} from './consent.row.js';
import { caseCustodyRow, closedCaseRow, custodyPeriodRow } from './custody.row.js';
import { agencyRow, agreementPartyRow, agreementRow, locationRow, serviceRow } from './directory.row.js';
import { disclosureRow, handoffEnvelopeRow } from './disclosure.row.js';
import { feedbackRow } from './feedback.row.js';
import { handoffMessageRow, handoffRow, handoffStepRow, handoffTextRow } from './handoff.row.js';
import { milestoneRow } from './milestone.row.js';

export const entities = [
  agencyRow,
  serviceRow,
  agreementRow,
  agreementPartyRow,
  locationRow,
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
  consentRow,
  consentTextRow,
  consentHolderRow,
  withdrawalNoticeRow,
  basisOverrideRow,
  handoffMessageRow,
  milestoneRow,
];
