// Generated from events/ and topics.json by generate.mjs. Do not edit.
/**
 * The time for which a case is kept is over and two people agreed: whoever holds a key of it destroys that key.
 */
export interface CaseRetentionEndedV1 {
  caseId: string;
  /**
   * Number of the certificate.
   */
  erasureId: string;
  /**
   * What the rule is about.
   */
  recordClass: 'closed-case';
  ruleVersion: number;
}

/**
 * A step of a handoff stands in the log under a witnessed head: its entry, and the proof of that.
 */
export interface ReceiptIssuedV1 {
  handoffId: string;
  /**
   * Type of the entry.
   */
  step: 'handoff.request' | 'handoff.accept' | 'handoff.reject' | 'handoff.complete';
  /**
   * Place in the log.
   */
  index: number;
  /**
   * The entry's canonical bytes, base64.
   */
  entry: string;
  /**
   * A proof file (c2sp.org/tlog-proof), base64.
   */
  proof: string;
}

/**
 * The child of a case is an adult from now on: whose consent counts has changed. The birth date is not told.
 */
export interface CaseCameOfAgeV1 {
  caseId: string;
  version: number;
}

/**
 * An emergency access ended by itself.
 */
export interface CaseEmergencyAccessEndedV1 {
  caseId: string;
  accessId: string;
  agencyId: string;
  endedAt: string;
}

/**
 * An emergency access was reviewed.
 */
export interface CaseEmergencyAccessReviewedV1 {
  caseId: string;
  accessId: string;
  agencyId: string;
  custodianAgencyId: string;
  reviewerAgencyId: string;
  finding: string;
}

/**
 * Somebody without access opened a case in an emergency. The supervisors of both agencies and the auditors must hear of it.
 */
export interface CaseEmergencyAccessStartedV1 {
  caseId: string;
  accessId: string;
  agencyId: string;
  custodianAgencyId: string;
  reason: string;
  endsAt: string;
  reviewDueAt: string;
}

/**
 * A case was opened for one child. Carries only what an envelope may show.
 */
export interface CaseOpenedV1 {
  caseId: string;
  caseNumber: string;
  incidentId: string;
  reportId: string;
  custodianAgencyId: string;
  epoch: number;
  riskLevel: 'high' | 'medium' | 'low' | 'unassessed';
  ageBand: '0-8' | '9-12' | '13-15' | '16-17' | '18+' | 'unknown';
  sex: 'male' | 'female' | 'other' | 'unknown';
  areaCode?: string;
  /**
   * @maxItems 5
   */
  languages: string[];
  hasDisability: boolean;
  version: number;
  /**
   * @maxItems 5
   */
  flags?: 'guardian-is-suspect'[];
}

/**
 * What may be known of a child without access has changed: her age band was corrected or her risk was assessed anew. Both are told as they are now.
 */
export interface CaseOutlineChangedV1 {
  caseId: string;
  riskLevel: 'high' | 'medium' | 'low' | 'unassessed';
  ageBand: '0-8' | '9-12' | '13-15' | '16-17' | '18+' | 'unknown';
  version: number;
}

/**
 * The deadline passed and the duty is still open.
 */
export interface ClockBreachedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
}

/**
 * A deadline is missed and still nothing is done: the next level is told.
 */
export interface ClockEscalatedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  level: 'supervisor' | 'oversight';
}

/**
 * What the deadline asked for was done.
 */
export interface ClockMetV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  stoppedAt: string;
  isLate: boolean;
}

/**
 * A deadline started to run.
 */
export interface ClockStartedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  startedAt: string;
  dueAt: string;
}

/**
 * A share of the time for a duty has passed: 50, 80 or 100 percent.
 */
export interface ClockWarnedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  threshold: number;
}

/**
 * Triage accepted a report: one incident and one case per child were opened.
 */
export interface ReportAcceptedV1 {
  reportId: string;
  agencyId: string;
  incidentId: string;
  /**
   * @maxItems 50
   */
  caseIds: string[];
  version: number;
}

/**
 * Triage handed a report to the agency that can act on it.
 */
export interface ReportForwardedV1 {
  reportId: string;
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * Triage linked a report as a duplicate of another.
 */
export interface ReportLinkedV1 {
  reportId: string;
  primaryReportId: string;
  agencyId: string;
  version: number;
}

/**
 * Triage needs more information before it can act.
 */
export interface ReportMarkedInsufficientV1 {
  reportId: string;
  agencyId: string;
  version: number;
}

/**
 * A report was filed and acknowledged.
 */
export interface ReportReceivedV1 {
  reportId: string;
  filedByAgencyId: string;
  recipientAgencyId: string;
  channel: string;
  version: number;
}

/**
 * Two reports were found not to be of the same event: the link between them is undone, and the second one waits for triage again.
 */
export interface ReportUnlinkedV1 {
  reportId: string;
  primaryReportId: string;
  agencyId: string;
  reason: 'another-child' | 'another-event' | 'linked-by-mistake';
  version: number;
}

/**
 * A provider said whether its service can take another child; the highest version counts.
 */
export interface CapacityChangedV1 {
  serviceId: string;
  agencyId: string;
  serviceType: string;
  status: string;
  available?: number;
  maximum?: number;
  confirmedAt: string;
  version: number;
}

/**
 * Custody moved; exactly one agency holds the case from this epoch on.
 */
export interface CaseCustodianChangedV1 {
  caseId: string;
  handoffId: string;
  fromAgencyId: string;
  toAgencyId: string;
  epoch: number;
  changedAt: string;
}

/**
 * The period of a consent is over.
 */
export interface ConsentExpiredV1 {
  consentId: string;
  caseId: string;
  validTo: string;
  version: number;
}

/**
 * Somebody entitled agreed that data may pass to the agencies named, for the purposes named.
 */
export interface ConsentGivenV1 {
  consentId: string;
  caseId: string;
  agencyId: string;
  givenBy: string;
  /**
   * @maxItems 8
   */
  purposes: string[];
  /**
   * @maxItems 11
   */
  fieldGroups: string[];
  /**
   * @maxItems 20
   */
  recipientAgencyIds: string[];
  validFrom: string;
  validTo: string;
  version: number;
}

/**
 * A holder said what it did with its copy after consent was withdrawn.
 */
export interface ConsentWithdrawalAcknowledgedV1 {
  noticeId: string;
  consentId: string;
  caseId: string;
  agencyId: string;
  answer: 'sealed' | 'erased' | 'retained-on-other-basis';
  lawfulBasis?: string;
  isLate: boolean;
}

/**
 * A consent was taken back, or turned out to be an error: every holder must answer what it did with its copy.
 */
export interface ConsentWithdrawnV1 {
  consentId: string;
  caseId: string;
  agencyId: string;
  /**
   * @maxItems 200
   */
  holderAgencyIds: string[];
  answerDueAt: string;
  version: number;
}

/**
 * An agency was entered into the directory, or its entry was changed; the highest version counts.
 */
export interface DirectoryAgencyRegisteredV1 {
  agencyId: string;
  agencyCode: string;
  agencyType: string;
  version: number;
}

/**
 * A deadline of a handoff passed and the duty is still open.
 */
export interface HandoffClockBreachedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  handoffId?: string;
  serviceType?: string;
  awaitedByAgencyId?: string;
  noticeId?: string;
}

/**
 * A deadline of a handoff is missed and still nothing is done: the next level is told.
 */
export interface HandoffClockEscalatedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  handoffId?: string;
  serviceType?: string;
  awaitedByAgencyId?: string;
  level: 'supervisor' | 'oversight';
  noticeId?: string;
}

/**
 * A share of the time for a duty of a handoff has passed: 50, 80 or 100 percent.
 */
export interface HandoffClockWarnedV1 {
  clockId: string;
  definition: string;
  caseId: string;
  agencyId: string;
  dueAt: string;
  handoffId?: string;
  serviceType?: string;
  awaitedByAgencyId?: string;
  threshold: number;
  noticeId?: string;
}

/**
 * The receiver accepted: access (and for a transfer custody) begins.
 */
export interface HandoffAcceptedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  shareProfile: string;
  profileVersion?: number;
  /**
   * @maxItems 50
   */
  fieldGroups?: string[];
  lawfulBasis: string;
}

/**
 * The consent that a handoff rested on is gone: what its receiver could see, it sees no more. The handoff itself stays where it is.
 */
export interface HandoffAccessEndedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  toAgencyId: string;
  consentId: string;
}

/**
 * The receiver declined for capacity: the next provider that fits, or none; others are warned where the child is at high risk.
 */
export interface HandoffAlternativeProposedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  serviceType: string;
  riskLevel: string;
  areaCode?: string;
  proposedAgencyId?: string;
  proposedServiceId?: string;
}

/**
 * The sender asks the receiver to stop; the receiver decides.
 */
export interface HandoffCancelRequestedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * It was recalled before acceptance, or stopped afterwards with the receiver's word; access ends.
 */
export interface HandoffCancelledV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * The handoff ended with an outcome; access ends.
 */
export interface HandoffCompletedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  outcome: string;
}

/**
 * It should not have been written; access ends.
 */
export interface HandoffEnteredInErrorV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * Nobody answered in time; possible at low risk only.
 */
export interface HandoffExpiredV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * The receiver told the sender how the service goes on.
 */
export interface HandoffFeedbackGivenV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  progress: string;
}

/**
 * The receiver began the service.
 */
export interface HandoffInProgressV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * The handoff ended without the service; access ends.
 */
export interface HandoffNotCompletedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  outcome: string;
}

/**
 * The receiver accepted, and the service rests for now.
 */
export interface HandoffOnHoldV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * The receiving agency confirmed that it has the handoff.
 */
export interface HandoffReceivedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * Another receiver accepted it in this one's place; access of this one ends.
 */
export interface HandoffReferredOnwardV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  onwardHandoffId: string;
}

/**
 * The receiver declined with a coded reason.
 */
export interface HandoffRejectedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  reason: string;
}

/**
 * A handoff was sent to another agency.
 */
export interface HandoffRequestedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  serviceType: string;
  shareProfile: string;
  lawfulBasis: string;
  priority: 'routine' | 'urgent' | 'asap' | 'stat';
  dueAt: string;
}

/**
 * The receiver gave it back with a question; it waits for the sender.
 */
export interface HandoffReturnedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  reason: string;
}

/**
 * One agency of a transfer signed that the case goes back; it does when the other has signed too.
 */
export interface HandoffRollbackProposedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
  reason: string;
  proposedByAgencyId: string;
}

/**
 * The receiver accepted, and the child waits for a place.
 */
export interface HandoffWaitlistedV1 {
  handoffId: string;
  caseId: string;
  kind: 'referral' | 'transfer' | 'consultation';
  fromAgencyId: string;
  toAgencyId: string;
  version: number;
}

/**
 * A supervisor approved the closure; all access by handoff ends.
 */
export interface CaseClosedV1 {
  caseId: string;
  closureId: string;
  agencyId: string;
  reason: string;
  closedAt: string;
}

/**
 * Closure waits for a supervisor of the same agency.
 */
export interface CaseClosureRequestedV1 {
  caseId: string;
  closureId: string;
  agencyId: string;
  reason: string;
}

/**
 * A service plan was agreed or revised.
 */
export interface PlanAgreedV1 {
  caseId: string;
  planId: string;
  agencyId: string;
  version: number;
}

/**
 * A service contact was recorded as attended.
 */
export interface ServiceEventAttendedV1 {
  serviceEventId: string;
  caseId: string;
  agencyId: string;
  handoffId?: string;
  serviceType: string;
  version: number;
}

/**
 * A service contact was recorded as cancelled.
 */
export interface ServiceEventCancelledV1 {
  serviceEventId: string;
  caseId: string;
  agencyId: string;
  handoffId?: string;
  serviceType: string;
  version: number;
}

/**
 * A service contact was recorded as no-show.
 */
export interface ServiceEventNoShowV1 {
  serviceEventId: string;
  caseId: string;
  agencyId: string;
  handoffId?: string;
  serviceType: string;
  version: number;
}

/**
 * A service contact was recorded as scheduled.
 */
export interface ServiceEventScheduledV1 {
  serviceEventId: string;
  caseId: string;
  agencyId: string;
  handoffId?: string;
  serviceType: string;
  version: number;
}

export interface EventData {
  'case.retention-ended.v1': CaseRetentionEndedV1;
  'receipt.issued.v1': ReceiptIssuedV1;
  'case.came-of-age.v1': CaseCameOfAgeV1;
  'case.emergency-access-ended.v1': CaseEmergencyAccessEndedV1;
  'case.emergency-access-reviewed.v1': CaseEmergencyAccessReviewedV1;
  'case.emergency-access-started.v1': CaseEmergencyAccessStartedV1;
  'case.opened.v1': CaseOpenedV1;
  'case.outline-changed.v1': CaseOutlineChangedV1;
  'clock.breached.v1': ClockBreachedV1;
  'clock.escalated.v1': ClockEscalatedV1;
  'clock.met.v1': ClockMetV1;
  'clock.started.v1': ClockStartedV1;
  'clock.warned.v1': ClockWarnedV1;
  'report.accepted.v1': ReportAcceptedV1;
  'report.forwarded.v1': ReportForwardedV1;
  'report.linked.v1': ReportLinkedV1;
  'report.marked-insufficient.v1': ReportMarkedInsufficientV1;
  'report.received.v1': ReportReceivedV1;
  'report.unlinked.v1': ReportUnlinkedV1;
  'capacity.changed.v1': CapacityChangedV1;
  'case.custodian-changed.v1': CaseCustodianChangedV1;
  'consent.expired.v1': ConsentExpiredV1;
  'consent.given.v1': ConsentGivenV1;
  'consent.withdrawal-acknowledged.v1': ConsentWithdrawalAcknowledgedV1;
  'consent.withdrawn.v1': ConsentWithdrawnV1;
  'directory.agency-registered.v1': DirectoryAgencyRegisteredV1;
  'handoff-clock.breached.v1': HandoffClockBreachedV1;
  'handoff-clock.escalated.v1': HandoffClockEscalatedV1;
  'handoff-clock.warned.v1': HandoffClockWarnedV1;
  'handoff.accepted.v1': HandoffAcceptedV1;
  'handoff.access-ended.v1': HandoffAccessEndedV1;
  'handoff.alternative-proposed.v1': HandoffAlternativeProposedV1;
  'handoff.cancel-requested.v1': HandoffCancelRequestedV1;
  'handoff.cancelled.v1': HandoffCancelledV1;
  'handoff.completed.v1': HandoffCompletedV1;
  'handoff.entered-in-error.v1': HandoffEnteredInErrorV1;
  'handoff.expired.v1': HandoffExpiredV1;
  'handoff.feedback-given.v1': HandoffFeedbackGivenV1;
  'handoff.in-progress.v1': HandoffInProgressV1;
  'handoff.not-completed.v1': HandoffNotCompletedV1;
  'handoff.on-hold.v1': HandoffOnHoldV1;
  'handoff.received.v1': HandoffReceivedV1;
  'handoff.referred-onward.v1': HandoffReferredOnwardV1;
  'handoff.rejected.v1': HandoffRejectedV1;
  'handoff.requested.v1': HandoffRequestedV1;
  'handoff.returned.v1': HandoffReturnedV1;
  'handoff.rollback-proposed.v1': HandoffRollbackProposedV1;
  'handoff.waitlisted.v1': HandoffWaitlistedV1;
  'case.closed.v1': CaseClosedV1;
  'case.closure-requested.v1': CaseClosureRequestedV1;
  'plan.agreed.v1': PlanAgreedV1;
  'service-event.attended.v1': ServiceEventAttendedV1;
  'service-event.cancelled.v1': ServiceEventCancelledV1;
  'service-event.no-show.v1': ServiceEventNoShowV1;
  'service-event.scheduled.v1': ServiceEventScheduledV1;
}

export const eventSchemas: Readonly<Record<keyof EventData, object>> = {
  'case.retention-ended.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.retention-ended.v1',
    title: 'case.retention-ended.v1',
    description:
      'The time for which a case is kept is over and two people agreed: whoever holds a key of it destroys that key.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'erasureId', 'recordClass', 'ruleVersion'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      erasureId: { type: 'string', format: 'uuid', description: 'Number of the certificate.' },
      recordClass: { type: 'string', enum: ['closed-case'], description: 'What the rule is about.' },
      ruleVersion: { type: 'integer', minimum: 1, maximum: 32767 },
    },
  },
  'receipt.issued.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:receipt.issued.v1',
    title: 'receipt.issued.v1',
    description:
      'A step of a handoff stands in the log under a witnessed head: its entry, and the proof of that.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'step', 'index', 'entry', 'proof'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      step: {
        type: 'string',
        enum: ['handoff.request', 'handoff.accept', 'handoff.reject', 'handoff.complete'],
        description: 'Type of the entry.',
      },
      index: { type: 'integer', minimum: 0, maximum: 9007199254740991, description: 'Place in the log.' },
      entry: {
        type: 'string',
        description: "The entry's canonical bytes, base64.",
        pattern: '^eyJhY3Rpb24iOi[A-Za-z0-9+/]{100,43700}={0,2}$',
        maxLength: 43720,
      },
      proof: {
        type: 'string',
        description: 'A proof file (c2sp.org/tlog-proof), base64.',
        pattern: '^YzJzcC5vcmcvdGxvZy1wcm9vZkB2MQppbmRleC[A-Za-z0-9+/]{100,60000}={0,2}$',
        maxLength: 60050,
      },
    },
  },
  'case.came-of-age.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.came-of-age.v1',
    title: 'case.came-of-age.v1',
    description:
      'The child of a case is an adult from now on: whose consent counts has changed. The birth date is not told.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'version'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'case.emergency-access-ended.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.emergency-access-ended.v1',
    title: 'case.emergency-access-ended.v1',
    description: 'An emergency access ended by itself.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'accessId', 'agencyId', 'endedAt'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      accessId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      endedAt: { type: 'string', format: 'date-time' },
    },
  },
  'case.emergency-access-reviewed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.emergency-access-reviewed.v1',
    title: 'case.emergency-access-reviewed.v1',
    description: 'An emergency access was reviewed.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'accessId', 'agencyId', 'custodianAgencyId', 'reviewerAgencyId', 'finding'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      accessId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      custodianAgencyId: { type: 'string', format: 'uuid' },
      reviewerAgencyId: { type: 'string', format: 'uuid' },
      finding: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'emergency-finding',
      },
    },
  },
  'case.emergency-access-started.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.emergency-access-started.v1',
    title: 'case.emergency-access-started.v1',
    description:
      'Somebody without access opened a case in an emergency. The supervisors of both agencies and the auditors must hear of it.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'accessId', 'agencyId', 'custodianAgencyId', 'reason', 'endsAt', 'reviewDueAt'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      accessId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      custodianAgencyId: { type: 'string', format: 'uuid' },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'emergency-reason',
      },
      endsAt: { type: 'string', format: 'date-time' },
      reviewDueAt: { type: 'string', format: 'date-time' },
    },
  },
  'case.opened.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.opened.v1',
    title: 'case.opened.v1',
    description: 'A case was opened for one child. Carries only what an envelope may show.',
    type: 'object',
    additionalProperties: false,
    required: [
      'caseId',
      'caseNumber',
      'incidentId',
      'reportId',
      'custodianAgencyId',
      'epoch',
      'riskLevel',
      'ageBand',
      'sex',
      'languages',
      'hasDisability',
      'version',
    ],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      caseNumber: { type: 'string', pattern: '^K-[0-9A-Z]{8}-[0-9A-Z*~$=]$' },
      incidentId: { type: 'string', format: 'uuid' },
      reportId: { type: 'string', format: 'uuid' },
      custodianAgencyId: { type: 'string', format: 'uuid' },
      epoch: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      riskLevel: {
        type: 'string',
        enum: ['high', 'medium', 'low', 'unassessed'],
        'x-code-list': 'risk-level',
      },
      ageBand: {
        type: 'string',
        enum: ['0-8', '9-12', '13-15', '16-17', '18+', 'unknown'],
        'x-code-list': 'age-band',
      },
      sex: { type: 'string', enum: ['male', 'female', 'other', 'unknown'], 'x-code-list': 'sex' },
      areaCode: { type: 'string', pattern: '^\\d{2}\\.\\d{2}\\.\\d{2}$' },
      languages: { type: 'array', items: { type: 'string', pattern: '^[a-z]{2,3}$' }, maxItems: 5 },
      hasDisability: { type: 'boolean' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      flags: { type: 'array', items: { type: 'string', enum: ['guardian-is-suspect'] }, maxItems: 5 },
    },
  },
  'case.outline-changed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.outline-changed.v1',
    title: 'case.outline-changed.v1',
    description:
      'What may be known of a child without access has changed: her age band was corrected or her risk was assessed anew. Both are told as they are now.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'riskLevel', 'ageBand', 'version'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      riskLevel: {
        type: 'string',
        enum: ['high', 'medium', 'low', 'unassessed'],
        'x-code-list': 'risk-level',
      },
      ageBand: {
        type: 'string',
        enum: ['0-8', '9-12', '13-15', '16-17', '18+', 'unknown'],
        'x-code-list': 'age-band',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'clock.breached.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:clock.breached.v1',
    title: 'clock.breached.v1',
    description: 'The deadline passed and the duty is still open.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
    },
  },
  'clock.escalated.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:clock.escalated.v1',
    title: 'clock.escalated.v1',
    description: 'A deadline is missed and still nothing is done: the next level is told.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt', 'level'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      level: { type: 'string', enum: ['supervisor', 'oversight'], 'x-code-list': 'escalation-level' },
    },
  },
  'clock.met.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:clock.met.v1',
    title: 'clock.met.v1',
    description: 'What the deadline asked for was done.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt', 'stoppedAt', 'isLate'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      stoppedAt: { type: 'string', format: 'date-time' },
      isLate: { type: 'boolean' },
    },
  },
  'clock.started.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:clock.started.v1',
    title: 'clock.started.v1',
    description: 'A deadline started to run.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'startedAt', 'dueAt'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      startedAt: { type: 'string', format: 'date-time' },
      dueAt: { type: 'string', format: 'date-time' },
    },
  },
  'clock.warned.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:clock.warned.v1',
    title: 'clock.warned.v1',
    description: 'A share of the time for a duty has passed: 50, 80 or 100 percent.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt', 'threshold'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      threshold: { type: 'integer', minimum: 50, maximum: 100 },
    },
  },
  'report.accepted.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.accepted.v1',
    title: 'report.accepted.v1',
    description: 'Triage accepted a report: one incident and one case per child were opened.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'agencyId', 'incidentId', 'caseIds', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      incidentId: { type: 'string', format: 'uuid' },
      caseIds: { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 50 },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'report.forwarded.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.forwarded.v1',
    title: 'report.forwarded.v1',
    description: 'Triage handed a report to the agency that can act on it.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'report.linked.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.linked.v1',
    title: 'report.linked.v1',
    description: 'Triage linked a report as a duplicate of another.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'primaryReportId', 'agencyId', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      primaryReportId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'report.marked-insufficient.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.marked-insufficient.v1',
    title: 'report.marked-insufficient.v1',
    description: 'Triage needs more information before it can act.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'agencyId', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'report.received.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.received.v1',
    title: 'report.received.v1',
    description: 'A report was filed and acknowledged.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'filedByAgencyId', 'recipientAgencyId', 'channel', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      filedByAgencyId: { type: 'string', format: 'uuid' },
      recipientAgencyId: { type: 'string', format: 'uuid' },
      channel: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'intake-channel',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'report.unlinked.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:report.unlinked.v1',
    title: 'report.unlinked.v1',
    description:
      'Two reports were found not to be of the same event: the link between them is undone, and the second one waits for triage again.',
    type: 'object',
    additionalProperties: false,
    required: ['reportId', 'primaryReportId', 'agencyId', 'reason', 'version'],
    properties: {
      reportId: { type: 'string', format: 'uuid' },
      primaryReportId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      reason: {
        type: 'string',
        enum: ['another-child', 'another-event', 'linked-by-mistake'],
        'x-code-list': 'unlink-reason',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'capacity.changed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:capacity.changed.v1',
    title: 'capacity.changed.v1',
    description: 'A provider said whether its service can take another child; the highest version counts.',
    type: 'object',
    additionalProperties: false,
    required: ['serviceId', 'agencyId', 'serviceType', 'status', 'confirmedAt', 'version'],
    properties: {
      serviceId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      status: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'capacity-status',
      },
      available: { type: 'integer', minimum: 0, maximum: 100000 },
      maximum: { type: 'integer', minimum: 0, maximum: 100000 },
      confirmedAt: { type: 'string', format: 'date-time' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'case.custodian-changed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.custodian-changed.v1',
    title: 'case.custodian-changed.v1',
    description: 'Custody moved; exactly one agency holds the case from this epoch on.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'handoffId', 'fromAgencyId', 'toAgencyId', 'epoch', 'changedAt'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      handoffId: { type: 'string', format: 'uuid' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      epoch: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      changedAt: { type: 'string', format: 'date-time' },
    },
  },
  'consent.expired.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:consent.expired.v1',
    title: 'consent.expired.v1',
    description: 'The period of a consent is over.',
    type: 'object',
    additionalProperties: false,
    required: ['consentId', 'caseId', 'validTo', 'version'],
    properties: {
      consentId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      validTo: { type: 'string', format: 'date-time' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'consent.given.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:consent.given.v1',
    title: 'consent.given.v1',
    description: 'Somebody entitled agreed that data may pass to the agencies named, for the purposes named.',
    type: 'object',
    additionalProperties: false,
    required: [
      'consentId',
      'caseId',
      'agencyId',
      'givenBy',
      'purposes',
      'fieldGroups',
      'recipientAgencyIds',
      'validFrom',
      'validTo',
      'version',
    ],
    properties: {
      consentId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      givenBy: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'consent-giver',
      },
      purposes: {
        type: 'array',
        items: {
          type: 'string',
          pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
          maxLength: 64,
          'x-code-list': 'purpose-of-use',
        },
        maxItems: 8,
      },
      fieldGroups: {
        type: 'array',
        items: {
          type: 'string',
          pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
          maxLength: 64,
          'x-code-list': 'field-group',
        },
        maxItems: 11,
      },
      recipientAgencyIds: { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 20 },
      validFrom: { type: 'string', format: 'date-time' },
      validTo: { type: 'string', format: 'date-time' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'consent.withdrawal-acknowledged.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:consent.withdrawal-acknowledged.v1',
    title: 'consent.withdrawal-acknowledged.v1',
    description: 'A holder said what it did with its copy after consent was withdrawn.',
    type: 'object',
    additionalProperties: false,
    required: ['noticeId', 'consentId', 'caseId', 'agencyId', 'answer', 'isLate'],
    properties: {
      noticeId: { type: 'string', format: 'uuid' },
      consentId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      answer: {
        type: 'string',
        enum: ['sealed', 'erased', 'retained-on-other-basis'],
        'x-code-list': 'withdrawal-answer',
      },
      lawfulBasis: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'lawful-basis',
      },
      isLate: { type: 'boolean' },
    },
  },
  'consent.withdrawn.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:consent.withdrawn.v1',
    title: 'consent.withdrawn.v1',
    description:
      'A consent was taken back, or turned out to be an error: every holder must answer what it did with its copy.',
    type: 'object',
    additionalProperties: false,
    required: ['consentId', 'caseId', 'agencyId', 'holderAgencyIds', 'answerDueAt', 'version'],
    properties: {
      consentId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      holderAgencyIds: { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: 200 },
      answerDueAt: { type: 'string', format: 'date-time' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'directory.agency-registered.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:directory.agency-registered.v1',
    title: 'directory.agency-registered.v1',
    description:
      'An agency was entered into the directory, or its entry was changed; the highest version counts.',
    type: 'object',
    additionalProperties: false,
    required: ['agencyId', 'agencyCode', 'agencyType', 'version'],
    properties: {
      agencyId: { type: 'string', format: 'uuid' },
      agencyCode: { type: 'string', pattern: '^[a-z][a-z0-9-]{1,39}$' },
      agencyType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'agency-type',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff-clock.breached.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff-clock.breached.v1',
    title: 'handoff-clock.breached.v1',
    description: 'A deadline of a handoff passed and the duty is still open.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      awaitedByAgencyId: { type: 'string', format: 'uuid' },
      noticeId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff-clock.escalated.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff-clock.escalated.v1',
    title: 'handoff-clock.escalated.v1',
    description: 'A deadline of a handoff is missed and still nothing is done: the next level is told.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt', 'level'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      awaitedByAgencyId: { type: 'string', format: 'uuid' },
      level: { type: 'string', enum: ['supervisor', 'oversight'], 'x-code-list': 'escalation-level' },
      noticeId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff-clock.warned.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff-clock.warned.v1',
    title: 'handoff-clock.warned.v1',
    description: 'A share of the time for a duty of a handoff has passed: 50, 80 or 100 percent.',
    type: 'object',
    additionalProperties: false,
    required: ['clockId', 'definition', 'caseId', 'agencyId', 'dueAt', 'threshold'],
    properties: {
      clockId: { type: 'string', format: 'uuid' },
      definition: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'clock-definition',
      },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      dueAt: { type: 'string', format: 'date-time' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      awaitedByAgencyId: { type: 'string', format: 'uuid' },
      threshold: { type: 'integer', minimum: 50, maximum: 100 },
      noticeId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff.accepted.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.accepted.v1',
    title: 'handoff.accepted.v1',
    description: 'The receiver accepted: access (and for a transfer custody) begins.',
    type: 'object',
    additionalProperties: false,
    required: [
      'handoffId',
      'caseId',
      'kind',
      'fromAgencyId',
      'toAgencyId',
      'version',
      'shareProfile',
      'lawfulBasis',
    ],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      shareProfile: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'share-profile',
      },
      profileVersion: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      fieldGroups: {
        type: 'array',
        maxItems: 50,
        uniqueItems: true,
        items: {
          type: 'string',
          pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
          maxLength: 64,
          'x-code-list': 'field-group',
        },
      },
      lawfulBasis: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'lawful-basis',
      },
    },
  },
  'handoff.access-ended.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.access-ended.v1',
    title: 'handoff.access-ended.v1',
    description:
      'The consent that a handoff rested on is gone: what its receiver could see, it sees no more. The handoff itself stays where it is.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'toAgencyId', 'consentId'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      toAgencyId: { type: 'string', format: 'uuid' },
      consentId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff.alternative-proposed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.alternative-proposed.v1',
    title: 'handoff.alternative-proposed.v1',
    description:
      'The receiver declined for capacity: the next provider that fits, or none; others are warned where the child is at high risk.',
    type: 'object',
    additionalProperties: false,
    required: [
      'handoffId',
      'caseId',
      'kind',
      'fromAgencyId',
      'toAgencyId',
      'version',
      'serviceType',
      'riskLevel',
    ],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      riskLevel: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'risk-level',
      },
      areaCode: { type: 'string', pattern: '^\\d{2}\\.\\d{2}\\.\\d{2}$' },
      proposedAgencyId: { type: 'string', format: 'uuid' },
      proposedServiceId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff.cancel-requested.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.cancel-requested.v1',
    title: 'handoff.cancel-requested.v1',
    description: 'The sender asks the receiver to stop; the receiver decides.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.cancelled.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.cancelled.v1',
    title: 'handoff.cancelled.v1',
    description:
      "It was recalled before acceptance, or stopped afterwards with the receiver's word; access ends.",
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.completed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.completed.v1',
    title: 'handoff.completed.v1',
    description: 'The handoff ended with an outcome; access ends.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'outcome'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      outcome: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'outcome',
      },
    },
  },
  'handoff.entered-in-error.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.entered-in-error.v1',
    title: 'handoff.entered-in-error.v1',
    description: 'It should not have been written; access ends.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.expired.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.expired.v1',
    title: 'handoff.expired.v1',
    description: 'Nobody answered in time; possible at low risk only.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.feedback-given.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.feedback-given.v1',
    title: 'handoff.feedback-given.v1',
    description: 'The receiver told the sender how the service goes on.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'progress'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      progress: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'feedback-progress',
      },
    },
  },
  'handoff.in-progress.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.in-progress.v1',
    title: 'handoff.in-progress.v1',
    description: 'The receiver began the service.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.not-completed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.not-completed.v1',
    title: 'handoff.not-completed.v1',
    description: 'The handoff ended without the service; access ends.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'outcome'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      outcome: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'outcome',
      },
    },
  },
  'handoff.on-hold.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.on-hold.v1',
    title: 'handoff.on-hold.v1',
    description: 'The receiver accepted, and the service rests for now.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.received.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.received.v1',
    title: 'handoff.received.v1',
    description: 'The receiving agency confirmed that it has the handoff.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'handoff.referred-onward.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.referred-onward.v1',
    title: 'handoff.referred-onward.v1',
    description: "Another receiver accepted it in this one's place; access of this one ends.",
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'onwardHandoffId'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      onwardHandoffId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff.rejected.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.rejected.v1',
    title: 'handoff.rejected.v1',
    description: 'The receiver declined with a coded reason.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'reason'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'rejection-reason',
      },
    },
  },
  'handoff.requested.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.requested.v1',
    title: 'handoff.requested.v1',
    description: 'A handoff was sent to another agency.',
    type: 'object',
    additionalProperties: false,
    required: [
      'handoffId',
      'caseId',
      'kind',
      'fromAgencyId',
      'toAgencyId',
      'version',
      'serviceType',
      'shareProfile',
      'lawfulBasis',
      'priority',
      'dueAt',
    ],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      shareProfile: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'share-profile',
      },
      lawfulBasis: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'lawful-basis',
      },
      priority: { type: 'string', enum: ['routine', 'urgent', 'asap', 'stat'], 'x-code-list': 'priority' },
      dueAt: { type: 'string', format: 'date-time' },
    },
  },
  'handoff.returned.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.returned.v1',
    title: 'handoff.returned.v1',
    description: 'The receiver gave it back with a question; it waits for the sender.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version', 'reason'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'rejection-reason',
      },
    },
  },
  'handoff.rollback-proposed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.rollback-proposed.v1',
    title: 'handoff.rollback-proposed.v1',
    description:
      'One agency of a transfer signed that the case goes back; it does when the other has signed too.',
    type: 'object',
    additionalProperties: false,
    required: [
      'handoffId',
      'caseId',
      'kind',
      'fromAgencyId',
      'toAgencyId',
      'version',
      'reason',
      'proposedByAgencyId',
    ],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'rejection-reason',
      },
      proposedByAgencyId: { type: 'string', format: 'uuid' },
    },
  },
  'handoff.waitlisted.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:handoff.waitlisted.v1',
    title: 'handoff.waitlisted.v1',
    description: 'The receiver accepted, and the child waits for a place.',
    type: 'object',
    additionalProperties: false,
    required: ['handoffId', 'caseId', 'kind', 'fromAgencyId', 'toAgencyId', 'version'],
    properties: {
      handoffId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      kind: { type: 'string', enum: ['referral', 'transfer', 'consultation'], 'x-code-list': 'handoff-kind' },
      fromAgencyId: { type: 'string', format: 'uuid' },
      toAgencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'case.closed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.closed.v1',
    title: 'case.closed.v1',
    description: 'A supervisor approved the closure; all access by handoff ends.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'closureId', 'agencyId', 'reason', 'closedAt'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      closureId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'closure-reason',
      },
      closedAt: { type: 'string', format: 'date-time' },
    },
  },
  'case.closure-requested.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:case.closure-requested.v1',
    title: 'case.closure-requested.v1',
    description: 'Closure waits for a supervisor of the same agency.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'closureId', 'agencyId', 'reason'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      closureId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      reason: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'closure-reason',
      },
    },
  },
  'plan.agreed.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:plan.agreed.v1',
    title: 'plan.agreed.v1',
    description: 'A service plan was agreed or revised.',
    type: 'object',
    additionalProperties: false,
    required: ['caseId', 'planId', 'agencyId', 'version'],
    properties: {
      caseId: { type: 'string', format: 'uuid' },
      planId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'service-event.attended.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:service-event.attended.v1',
    title: 'service-event.attended.v1',
    description: 'A service contact was recorded as attended.',
    type: 'object',
    additionalProperties: false,
    required: ['serviceEventId', 'caseId', 'agencyId', 'serviceType', 'version'],
    properties: {
      serviceEventId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'service-event.cancelled.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:service-event.cancelled.v1',
    title: 'service-event.cancelled.v1',
    description: 'A service contact was recorded as cancelled.',
    type: 'object',
    additionalProperties: false,
    required: ['serviceEventId', 'caseId', 'agencyId', 'serviceType', 'version'],
    properties: {
      serviceEventId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'service-event.no-show.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:service-event.no-show.v1',
    title: 'service-event.no-show.v1',
    description: 'A service contact was recorded as no-show.',
    type: 'object',
    additionalProperties: false,
    required: ['serviceEventId', 'caseId', 'agencyId', 'serviceType', 'version'],
    properties: {
      serviceEventId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
  'service-event.scheduled.v1': {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:rujukan:event:service-event.scheduled.v1',
    title: 'service-event.scheduled.v1',
    description: 'A service contact was recorded as scheduled.',
    type: 'object',
    additionalProperties: false,
    required: ['serviceEventId', 'caseId', 'agencyId', 'serviceType', 'version'],
    properties: {
      serviceEventId: { type: 'string', format: 'uuid' },
      caseId: { type: 'string', format: 'uuid' },
      agencyId: { type: 'string', format: 'uuid' },
      handoffId: { type: 'string', format: 'uuid' },
      serviceType: {
        type: 'string',
        pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$',
        maxLength: 64,
        'x-code-list': 'service-type',
      },
      version: { type: 'integer', minimum: 1, maximum: 9007199254740991 },
    },
  },
};

export interface Topic {
  readonly name: string;
  /** The only service that may append to it; `*` for the audit topic, which every service feeds. */
  readonly owner: string;
  readonly key: string;
  readonly partitions: number;
  /** Days that an event can be read; on a compacted topic, that an event can be read which a later one replaced. */
  readonly retentionDays: number;
  /** The last event of each key stays for good: a service that starts years later still reads how things stand. */
  readonly isCompacted?: boolean;
  readonly classification: string;
  readonly types: readonly string[];
}

export const topics: readonly Topic[] = [
  {
    name: 'intake.report.events',
    owner: 'intake',
    key: 'reportId',
    partitions: 3,
    retentionDays: 30,
    classification: 'pseudonymous',
    types: [
      'report.accepted.v1',
      'report.forwarded.v1',
      'report.linked.v1',
      'report.marked-insufficient.v1',
      'report.received.v1',
      'report.unlinked.v1',
    ],
  },
  {
    name: 'intake.case.events',
    owner: 'intake',
    key: 'caseId',
    partitions: 3,
    retentionDays: 30,
    classification: 'pseudonymous',
    types: [
      'case.came-of-age.v1',
      'case.emergency-access-ended.v1',
      'case.emergency-access-reviewed.v1',
      'case.emergency-access-started.v1',
      'case.opened.v1',
      'case.outline-changed.v1',
      'clock.breached.v1',
      'clock.escalated.v1',
      'clock.met.v1',
      'clock.started.v1',
      'clock.warned.v1',
    ],
  },
  {
    name: 'referral.handoff.events',
    owner: 'referral',
    key: 'caseId',
    partitions: 3,
    retentionDays: 30,
    classification: 'pseudonymous',
    types: [
      'case.custodian-changed.v1',
      'consent.expired.v1',
      'consent.given.v1',
      'consent.withdrawal-acknowledged.v1',
      'consent.withdrawn.v1',
      'handoff-clock.breached.v1',
      'handoff-clock.escalated.v1',
      'handoff-clock.warned.v1',
      'handoff.accepted.v1',
      'handoff.access-ended.v1',
      'handoff.alternative-proposed.v1',
      'handoff.cancel-requested.v1',
      'handoff.cancelled.v1',
      'handoff.completed.v1',
      'handoff.entered-in-error.v1',
      'handoff.expired.v1',
      'handoff.feedback-given.v1',
      'handoff.in-progress.v1',
      'handoff.not-completed.v1',
      'handoff.on-hold.v1',
      'handoff.received.v1',
      'handoff.referred-onward.v1',
      'handoff.rejected.v1',
      'handoff.requested.v1',
      'handoff.returned.v1',
      'handoff.rollback-proposed.v1',
      'handoff.waitlisted.v1',
    ],
  },
  {
    name: 'referral.directory.events',
    owner: 'referral',
    key: 'agencyId',
    partitions: 3,
    retentionDays: 30,
    isCompacted: true,
    classification: 'public',
    types: ['directory.agency-registered.v1'],
  },
  {
    name: 'referral.service.events',
    owner: 'referral',
    key: 'serviceId',
    partitions: 3,
    retentionDays: 30,
    classification: 'public',
    types: ['capacity.changed.v1'],
  },
  {
    name: 'victim-services.case.events',
    owner: 'victim-services',
    key: 'caseId',
    partitions: 3,
    retentionDays: 30,
    classification: 'pseudonymous',
    types: [
      'case.closed.v1',
      'case.closure-requested.v1',
      'plan.agreed.v1',
      'service-event.attended.v1',
      'service-event.cancelled.v1',
      'service-event.no-show.v1',
      'service-event.scheduled.v1',
    ],
  },
  {
    name: 'audit.receipt.events',
    owner: 'audit',
    key: 'handoffId',
    partitions: 3,
    retentionDays: 90,
    classification: 'pseudonymous',
    types: ['receipt.issued.v1'],
  },
  {
    name: 'audit.retention.events',
    owner: 'audit',
    key: 'caseId',
    partitions: 3,
    retentionDays: 90,
    classification: 'pseudonymous',
    types: ['case.retention-ended.v1'],
  },
  {
    name: 'audit.entries',
    owner: '*',
    key: 'source',
    partitions: 3,
    retentionDays: 90,
    classification: 'pseudonymous',
    types: ['audit.entry.v1'],
  },
];
