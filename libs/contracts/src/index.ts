export { actNames } from './act-names.js';
export type { CodeList, CodeOf, Display } from './codes/code-list.js';
export { articleOf, articlesFor, basisArticles, basisArticlesVersion, isCitedFor } from './basis-articles.js';
export type { BasisArticle, CitedUse, LawfulBasisCode } from './basis-articles.js';
export { codesOf } from './code-registry.js';
export { ageBand } from './codes/age-band.js';
export { ageCertainty } from './codes/age-certainty.js';
export { agencyType } from './codes/agency-type.js';
export { breachCause } from './codes/breach-cause.js';
export { breachedData } from './codes/breached-data.js';
export { dataRefusalReason } from './codes/data-refusal-reason.js';
export { dataRequestAnswer } from './codes/data-request-answer.js';
export { dataRequestKind } from './codes/data-request-kind.js';
export { dataRequester } from './codes/data-requester.js';
export { guardianStanding } from './codes/guardian-standing.js';
export { identityCheck } from './codes/identity-check.js';
export { noticeChannel } from './codes/notice-channel.js';
export { capacityStatus } from './codes/capacity-status.js';
export { capacityUnit } from './codes/capacity-unit.js';
export { caseStatus } from './codes/case-status.js';
export { childAssent } from './codes/child-assent.js';
export { childRole } from './codes/child-role.js';
export { clockDefinition } from './codes/clock-definition.js';
export { clockState } from './codes/clock-state.js';
export { closureReason } from './codes/closure-reason.js';
export { consentForm } from './codes/consent-form.js';
export { consentGiver } from './codes/consent-giver.js';
export { consentStatus } from './codes/consent-status.js';
export { contributingFactor } from './codes/contributing-factor.js';
export { dataCategory } from './codes/data-category.js';
export { emergencyFinding } from './codes/emergency-finding.js';
export { emergencyReason } from './codes/emergency-reason.js';
export { emergencyGroups } from './emergency-groups.js';
export type { EmergencyReason } from './emergency-groups.js';
export { escalationLevel } from './codes/escalation-level.js';
export { erasureBasis } from './codes/erasure-basis.js';
export { exploitationType } from './codes/exploitation-type.js';
export { feedbackProgress } from './codes/feedback-progress.js';
export { exportReason } from './codes/export-reason.js';
export { fieldGroup } from './codes/field-group.js';
export { giverRelation } from './codes/giver-relation.js';
export { handedOverItem } from './codes/handed-over-item.js';
export { handoffKind } from './codes/handoff-kind.js';
export { handoffStatus } from './codes/handoff-status.js';
export { holdBasis } from './codes/hold-basis.js';
export { identityCorrectionReason } from './codes/identity-correction-reason.js';
export { immediateSafety } from './codes/immediate-safety.js';
export { intakeChannel } from './codes/intake-channel.js';
export { lateReason } from './codes/late-reason.js';
export { lawfulBasis } from './codes/lawful-basis.js';
export { meansOfControl } from './codes/means-of-control.js';
export { milestone } from './codes/milestone.js';
export { mismatch } from './codes/mismatch.js';
export { modus } from './codes/modus.js';
export { notificationKind } from './codes/notification-kind.js';
export { offenderRelationship } from './codes/offender-relationship.js';
export { outcome } from './codes/outcome.js';
export { overrideReason } from './codes/override-reason.js';
export { overrideStatus } from './codes/override-status.js';
export { placeType } from './codes/place-type.js';
export { platformCategory } from './codes/platform-category.js';
export { priority } from './codes/priority.js';
export { purposeOfUse } from './codes/purpose-of-use.js';
export { rejectionReason } from './codes/rejection-reason.js';
export {
  cancelReason,
  cancelRefusalReason,
  errorReason,
  holdReason,
  recallReason,
  stepReason,
} from './codes/step-reasons.js';
export { reportStatus } from './codes/report-status.js';
export { reporterRole } from './codes/reporter-role.js';
export { riskLevel } from './codes/risk-level.js';
export { roleName } from './codes/role.js';
export { serviceEventStatus } from './codes/service-event-status.js';
export { serviceStatus } from './codes/service-status.js';
export { serviceType } from './codes/service-type.js';
export { sharingLevel } from './codes/sharing-level.js';
export { sex } from './codes/sex.js';
export { toldPerson } from './codes/told-person.js';
export { unlinkReason } from './codes/unlink-reason.js';
export { withdrawalAnswer } from './codes/withdrawal-answer.js';
export { consentTexts } from './consent-texts.js';
export type { ConsentText } from './consent-texts.js';
export { eventSchemas, topics } from './generated/events.js';
export type { EventData, Topic } from './generated/events.js';
export { problems } from './problems.js';
export type { ProblemCode } from './problems.js';
export { regionCodes, regions } from './regions.js';
export type { RegionCode } from './regions.js';
export { shareProfileCodes, shareProfiles } from './share-profiles.js';
export type { ShareProfileCode } from './share-profiles.js';
export type {
  AgencyType,
  DataCategory,
  FieldGroup,
  ServiceType,
  SharedData,
  ShareProfile,
} from './sharing/share-profile.js';
export { exceeding, sharingColumns, sharingLevelOf, sharingMatrix } from './sharing/sharing-matrix.js';
