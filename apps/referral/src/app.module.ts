import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { AcceptHandoffHttp } from './answers/accept-handoff/accept-handoff.http.js';
import { AcceptHandoff } from './answers/accept-handoff/accept-handoff.js';
import { AnswerWithdrawalHttp } from './consents/answer-withdrawal/answer-withdrawal.http.js';
import { AnswerWithdrawal } from './consents/answer-withdrawal/answer-withdrawal.js';
import { AssignHandoffHttp } from './answers/assign-handoff/assign-handoff.http.js';
import { AssignHandoff } from './answers/assign-handoff/assign-handoff.js';
import { ClaimHandoffHttp } from './answers/claim-handoff/claim-handoff.http.js';
import { ClaimHandoff } from './answers/claim-handoff/claim-handoff.js';
import { CompleteHandoffHttp } from './progress/complete-handoff/complete-handoff.http.js';
import { CompleteHandoff } from './progress/complete-handoff/complete-handoff.js';
import { config } from './config.js';
import { ConfirmCancellationHttp } from './progress/confirm-cancellation/confirm-cancellation.http.js';
import { ConfirmCancellation } from './progress/confirm-cancellation/confirm-cancellation.js';
import { ConfirmCapacityHttp } from './directory/confirm-capacity/confirm-capacity.http.js';
import { ConfirmCapacity } from './directory/confirm-capacity/confirm-capacity.js';
import { DecideOverrideHttp } from './overrides/decide-override/decide-override.http.js';
import { DecideOverride } from './overrides/decide-override/decide-override.js';
import { GetClockBoardHttp } from './clocks/get-clock-board/get-clock-board.http.js';
import { GetClockBoard } from './clocks/get-clock-board/get-clock-board.query.js';
import { GetConsentHttp } from './consents/get-consent/get-consent.http.js';
import { GetConsent } from './consents/get-consent/get-consent.query.js';
import { GetCustodyHttp } from './custody/get-custody/get-custody.http.js';
import { GetCustody } from './custody/get-custody/get-custody.query.js';
import { GetMinutesHttp } from './custody/get-minutes/get-minutes.http.js';
import { GetMinutes } from './custody/get-minutes/get-minutes.query.js';
import { GetDeskHttp } from './directory/get-desk/get-desk.http.js';
import { GetDesk } from './directory/get-desk/get-desk.query.js';
import { GetHandoffTimelineHttp } from './handoffs/get-handoff-timeline/get-handoff-timeline.http.js';
import { GetHandoffTimeline } from './handoffs/get-handoff-timeline/get-handoff-timeline.query.js';
import { GetHandoffHttp } from './handoffs/get-handoff/get-handoff.http.js';
import { GetHandoff } from './handoffs/get-handoff/get-handoff.query.js';
import { GetStateMachineHttp } from './handoffs/get-state-machine/get-state-machine.http.js';
import { GiveFeedbackHttp } from './progress/give-feedback/give-feedback.http.js';
import { GiveFeedback } from './progress/give-feedback/give-feedback.js';
import { HoldHandoffHttp } from './progress/hold-handoff/hold-handoff.http.js';
import { HoldHandoff } from './progress/hold-handoff/hold-handoff.js';
import { ListAgenciesHttp } from './directory/list-agencies/list-agencies.http.js';
import { ListAgencies } from './directory/list-agencies/list-agencies.query.js';
import { ListAgreementsHttp } from './agreements/list-agreements/list-agreements.http.js';
import { ListAgreements } from './agreements/list-agreements/list-agreements.query.js';
import { ListCapacityDeclinesHttp } from './directory/list-capacity-declines/list-capacity-declines.http.js';
import { ListCapacityDeclines } from './directory/list-capacity-declines/list-capacity-declines.query.js';
import { ListCaseClocksHttp } from './clocks/list-case-clocks/list-case-clocks.http.js';
import { ListCaseClocks } from './clocks/list-case-clocks/list-case-clocks.query.js';
import { ListClocksHttp } from './clocks/list-clocks/list-clocks.http.js';
import { ListClocks } from './clocks/list-clocks/list-clocks.query.js';
import { ListConsentsHttp } from './consents/list-consents/list-consents.http.js';
import { ListConsents } from './consents/list-consents/list-consents.query.js';
import { GetProofHttp } from './proofs/get-proof/get-proof.http.js';
import { GetProof } from './proofs/get-proof/get-proof.query.js';
import { ListProofsHttp } from './proofs/list-proofs/list-proofs.http.js';
import { ListProofs } from './proofs/list-proofs/list-proofs.query.js';
import { StateDisclosures } from './disclosures/state-disclosures/state-disclosures.query.js';
import { StateDisclosuresHttp } from './disclosures/state-disclosures/state-disclosures.http.js';
import { ListDisclosuresHttp } from './disclosures/list-disclosures/list-disclosures.http.js';
import { ListDisclosures } from './disclosures/list-disclosures/list-disclosures.query.js';
import { ListFeedbackHttp } from './progress/list-feedback/list-feedback.http.js';
import { ListFeedback } from './progress/list-feedback/list-feedback.query.js';
import { ListHandoffClocksHttp } from './clocks/list-handoff-clocks/list-handoff-clocks.http.js';
import { ListHandoffClocks } from './clocks/list-handoff-clocks/list-handoff-clocks.query.js';
import { ListHandoffsHttp } from './handoffs/list-handoffs/list-handoffs.http.js';
import { ListHandoffs } from './handoffs/list-handoffs/list-handoffs.query.js';
import { ListLawfulBasesHttp } from './consents/list-lawful-bases/list-lawful-bases.http.js';
import { ListLocationsHttp } from './directory/list-locations/list-locations.http.js';
import { ListLocations } from './directory/list-locations/list-locations.query.js';
import { ListMilestonesHttp } from './milestones/list-milestones/list-milestones.http.js';
import { ListMilestones } from './milestones/list-milestones/list-milestones.query.js';
import { ListNotificationsHttp } from './notifications/list-notifications/list-notifications.http.js';
import { ListNotifications } from './notifications/list-notifications/list-notifications.query.js';
import { ListAgencyOverridesHttp } from './overrides/list-agency-overrides/list-agency-overrides.http.js';
import { ListAgencyOverrides } from './overrides/list-agency-overrides/list-agency-overrides.query.js';
import { ListOverridesHttp } from './overrides/list-overrides/list-overrides.http.js';
import { ListOverrides } from './overrides/list-overrides/list-overrides.query.js';
import { ListServicesHttp } from './directory/list-services/list-services.http.js';
import { ListServices } from './directory/list-services/list-services.query.js';
import { ListWithdrawalNoticesHttp } from './consents/list-withdrawal-notices/list-withdrawal-notices.http.js';
import { ListWithdrawalNotices } from './consents/list-withdrawal-notices/list-withdrawal-notices.query.js';
import { MarkInErrorHttp } from './progress/mark-in-error/mark-in-error.http.js';
import { MarkInError } from './progress/mark-in-error/mark-in-error.js';
import { MarkNotificationsReadHttp } from './notifications/mark-notifications-read/mark-notifications-read.http.js';
import { MarkNotificationsRead } from './notifications/mark-notifications-read/mark-notifications-read.js';
import { OverseeClocksHttp } from './clocks/oversee-clocks/oversee-clocks.http.js';
import { OverseeClocks } from './clocks/oversee-clocks/oversee-clocks.query.js';
import { PreCheckHttp } from './directory/pre-check/pre-check.http.js';
import { PreCheck } from './directory/pre-check/pre-check.query.js';
import { PreviewHandoffHttp } from './offers/preview-handoff/preview-handoff.http.js';
import { PreviewHandoff } from './offers/preview-handoff/preview-handoff.query.js';
import { ProposeOverrideHttp } from './overrides/propose-override/propose-override.http.js';
import { ProposeOverride } from './overrides/propose-override/propose-override.js';
import { ReadHsdsHttp } from './directory/read-hsds/read-hsds.http.js';
import { ReadHsds } from './directory/read-hsds/read-hsds.query.js';
import { RecallHandoffHttp } from './offers/recall-handoff/recall-handoff.http.js';
import { RecallHandoff } from './offers/recall-handoff/recall-handoff.js';
import { ReceiveHandoffHttp } from './answers/receive-handoff/receive-handoff.http.js';
import { ReceiveHandoff } from './answers/receive-handoff/receive-handoff.js';
import { RecordMilestoneHttp } from './milestones/record-milestone/record-milestone.http.js';
import { RecordMilestone } from './milestones/record-milestone/record-milestone.js';
import { RecordConsentHttp } from './consents/record-consent/record-consent.http.js';
import { RecordConsent } from './consents/record-consent/record-consent.js';
import { ReferOnwardHttp } from './offers/refer-onward/refer-onward.http.js';
import { ReferOnward } from './offers/refer-onward/refer-onward.js';
import { RefuseCancellationHttp } from './progress/refuse-cancellation/refuse-cancellation.http.js';
import { RefuseCancellation } from './progress/refuse-cancellation/refuse-cancellation.js';
import { RegisterAgencyHttp } from './directory/register-agency/register-agency.http.js';
import { RegisterAgency } from './directory/register-agency/register-agency.js';
import { RegisterAgreementHttp } from './agreements/register-agreement/register-agreement.http.js';
import { RegisterAgreement } from './agreements/register-agreement/register-agreement.js';
import { RegisterDeskHttp } from './directory/register-desk/register-desk.http.js';
import { RegisterDesk } from './directory/register-desk/register-desk.js';
import { RegisterLocationHttp } from './directory/register-location/register-location.http.js';
import { RegisterLocation } from './directory/register-location/register-location.js';
import { RegisterServiceHttp } from './directory/register-service/register-service.http.js';
import { RegisterService } from './directory/register-service/register-service.js';
import { RejectHandoffHttp } from './answers/reject-handoff/reject-handoff.http.js';
import { RejectHandoff } from './answers/reject-handoff/reject-handoff.js';
import { RequestCancellationHttp } from './progress/request-cancellation/request-cancellation.http.js';
import { RequestCancellation } from './progress/request-cancellation/request-cancellation.js';
import { RequestHandoffHttp } from './offers/request-handoff/request-handoff.http.js';
import { RequestHandoff } from './offers/request-handoff/request-handoff.js';
import { RequestOpenlyHttp } from './offers/request-openly/request-openly.http.js';
import { RequestOpenly } from './offers/request-openly/request-openly.js';
import { ResubmitHandoffHttp } from './offers/resubmit-handoff/resubmit-handoff.http.js';
import { ResubmitHandoff } from './offers/resubmit-handoff/resubmit-handoff.js';
import { ReturnHandoffHttp } from './answers/return-handoff/return-handoff.http.js';
import { ReturnHandoff } from './answers/return-handoff/return-handoff.js';
import { SendDraftHttp } from './offers/send-draft/send-draft.http.js';
import { SendDraft } from './offers/send-draft/send-draft.js';
import { SignMinutesHttp } from './custody/sign-minutes/sign-minutes.http.js';
import { SignMinutes } from './custody/sign-minutes/sign-minutes.js';
import { SignRollbackHttp } from './custody/sign-rollback/sign-rollback.http.js';
import { SignRollback } from './custody/sign-rollback/sign-rollback.js';
import { StartHandoffHttp } from './progress/start-handoff/start-handoff.http.js';
import { StartHandoff } from './progress/start-handoff/start-handoff.js';
import { entities } from './storage/entities.js';
import { HandoffSteps } from './storage/handoff-steps.js';
import { WaitlistHandoffHttp } from './progress/waitlist-handoff/waitlist-handoff.http.js';
import { WaitlistHandoff } from './progress/waitlist-handoff/waitlist-handoff.js';
import { WithdrawConsentHttp } from './consents/withdraw-consent/withdraw-consent.http.js';
import { WithdrawConsent } from './consents/withdraw-consent/withdraw-consent.js';

@Module({
  imports: [
    ApiPlatformModule.forRoot({ service: 'referral', config, entities }),
    SealingModule.forRoot({ service: 'referral', kekFile: config.kekFile }),
  ],
  controllers: [
    RegisterAgencyHttp,
    RegisterServiceHttp,
    ListAgenciesHttp,
    ListServicesHttp,
    PreviewHandoffHttp,
    RequestHandoffHttp,
    ReceiveHandoffHttp,
    AcceptHandoffHttp,
    RejectHandoffHttp,
    CompleteHandoffHttp,
    ResubmitHandoffHttp,
    RecallHandoffHttp,
    RequestCancellationHttp,
    ConfirmCancellationHttp,
    RefuseCancellationHttp,
    StartHandoffHttp,
    WaitlistHandoffHttp,
    HoldHandoffHttp,
    MarkInErrorHttp,
    ReturnHandoffHttp,
    AssignHandoffHttp,
    ClaimHandoffHttp,
    ReferOnwardHttp,
    RequestOpenlyHttp,
    SendDraftHttp,
    SignRollbackHttp,
    SignMinutesHttp,
    GetMinutesHttp,
    GetHandoffHttp,
    ListHandoffsHttp,
    GetHandoffTimelineHttp,
    GetCustodyHttp,
    GetProofHttp,
    ListProofsHttp,
    ListDisclosuresHttp,
    StateDisclosuresHttp,
    GetStateMachineHttp,
    GetClockBoardHttp,
    GiveFeedbackHttp,
    ListCaseClocksHttp,
    ListClocksHttp,
    ListFeedbackHttp,
    ListHandoffClocksHttp,
    OverseeClocksHttp,
    ConfirmCapacityHttp,
    ListAgreementsHttp,
    ListCapacityDeclinesHttp,
    ListLocationsHttp,
    PreCheckHttp,
    ReadHsdsHttp,
    RegisterAgreementHttp,
    RegisterLocationHttp,
    RecordConsentHttp,
    WithdrawConsentHttp,
    GetConsentHttp,
    ListConsentsHttp,
    ListLawfulBasesHttp,
    ProposeOverrideHttp,
    DecideOverrideHttp,
    ListAgencyOverridesHttp,
    ListOverridesHttp,
    RecordMilestoneHttp,
    ListMilestonesHttp,
    ListWithdrawalNoticesHttp,
    AnswerWithdrawalHttp,
    GetDeskHttp,
    ListNotificationsHttp,
    MarkNotificationsReadHttp,
    RegisterDeskHttp,
  ],
  providers: [
    HandoffSteps,
    RegisterAgency,
    RegisterService,
    ListAgencies,
    ListServices,
    PreviewHandoff,
    RequestHandoff,
    ReceiveHandoff,
    AcceptHandoff,
    RejectHandoff,
    CompleteHandoff,
    ResubmitHandoff,
    RecallHandoff,
    RequestCancellation,
    ConfirmCancellation,
    RefuseCancellation,
    StartHandoff,
    WaitlistHandoff,
    HoldHandoff,
    MarkInError,
    ReturnHandoff,
    AssignHandoff,
    ClaimHandoff,
    ReferOnward,
    RequestOpenly,
    SendDraft,
    SignRollback,
    SignMinutes,
    GetMinutes,
    GetHandoff,
    ListHandoffs,
    GetHandoffTimeline,
    GetCustody,
    GetProof,
    ListProofs,
    ListDisclosures,
    StateDisclosures,
    GetClockBoard,
    GiveFeedback,
    ListCaseClocks,
    ListClocks,
    ListFeedback,
    ListHandoffClocks,
    OverseeClocks,
    ConfirmCapacity,
    ListAgreements,
    ListCapacityDeclines,
    ListLocations,
    PreCheck,
    ReadHsds,
    RegisterAgreement,
    RegisterLocation,
    RecordConsent,
    WithdrawConsent,
    GetConsent,
    ListConsents,
    ProposeOverride,
    DecideOverride,
    ListAgencyOverrides,
    ListOverrides,
    RecordMilestone,
    ListMilestones,
    ListWithdrawalNotices,
    AnswerWithdrawal,
    GetDesk,
    ListNotifications,
    MarkNotificationsRead,
    RegisterDesk,
  ],
})
export class AppModule {}
