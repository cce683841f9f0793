import { ageBand } from './codes/age-band.js';
import { agencyType } from './codes/agency-type.js';
import { capacityStatus } from './codes/capacity-status.js';
import type { CodeList } from './codes/code-list.js';
import { clockDefinition } from './codes/clock-definition.js';
import { closureReason } from './codes/closure-reason.js';
import { consentGiver } from './codes/consent-giver.js';
import { fieldGroup } from './codes/field-group.js';
import { emergencyFinding } from './codes/emergency-finding.js';
import { emergencyReason } from './codes/emergency-reason.js';
import { escalationLevel } from './codes/escalation-level.js';
import { feedbackProgress } from './codes/feedback-progress.js';
import { handoffKind } from './codes/handoff-kind.js';
import { intakeChannel } from './codes/intake-channel.js';
import { lawfulBasis } from './codes/lawful-basis.js';
import { outcome } from './codes/outcome.js';
import { priority } from './codes/priority.js';
import { purposeOfUse } from './codes/purpose-of-use.js';
import { rejectionReason } from './codes/rejection-reason.js';
import { riskLevel } from './codes/risk-level.js';
import { serviceType } from './codes/service-type.js';
import { sex } from './codes/sex.js';
import { unlinkReason } from './codes/unlink-reason.js';
import { withdrawalAnswer } from './codes/withdrawal-answer.js';
import { shareProfileCodes } from './share-profiles.js';

const lists: readonly CodeList<string>[] = [
  ageBand,
  agencyType,
  capacityStatus,
  clockDefinition,
  closureReason,
  consentGiver,
  fieldGroup,
  emergencyFinding,
  emergencyReason,
  escalationLevel,
  feedbackProgress,
  handoffKind,
  intakeChannel,
  lawfulBasis,
  outcome,
  priority,
  purposeOfUse,
  rejectionReason,
  riskLevel,
  serviceType,
  sex,
  unlinkReason,
  withdrawalAnswer,
];

/** Codes of each list that an event schema may name in `x-code-list`. */
export const codesOf: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...lists.map((list) => [list.system.replace('urn:rujukan:code:', ''), list.codes] as const),
  ['share-profile', shareProfileCodes],
]);
