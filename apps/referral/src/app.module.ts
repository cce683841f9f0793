import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { AcceptHandoffHttp } from './accept-handoff/accept-handoff.http.js';
import { AcceptHandoff } from './accept-handoff/accept-handoff.js';
import { AnswerWithdrawalHttp } from './answer-withdrawal/answer-withdrawal.http.js';
import { AnswerWithdrawal } from './answer-withdrawal/answer-withdrawal.js';
import { AssignHandoffHttp } from './assign-handoff/assign-handoff.http.js';
import { AssignHandoff } from './assign-handoff/assign-handoff.js';
import { ClaimHandoffHttp } from './claim-handoff/claim-handoff.http.js';
import { ClaimHandoff } from './claim-handoff/claim-handoff.js';
import { CompleteHandoffHttp } from './complete-handoff/complete-handoff.http.js';
import { CompleteHandoff } from './complete-handoff/complete-handoff.js';
import { config } from './config.js';
import { ConfirmCancellationHttp } from './confirm-cancellation/confirm-cancellation.http.js';
import { ConfirmCancellation } from './confirm-cancellation/confirm-cancellation.js';
import { ConfirmCapacityHttp } from './confirm-capacity/confirm-capacity.http.js';
import { ConfirmCapacity } from './confirm-capacity/confirm-capacity.js';
import { DecideOverrideHttp } from './decide-override/decide-override.http.js';
import { DecideOverride } from './decide-override/decide-override.js';
import { GetClockBoardHttp } from './get-clock-board/get-clock-board.http.js';
import { GetClockBoard } from './get-clock-board/get-clock-board.query.js';
import { GetConsentHttp } from './get-consent/get-consent.http.js';
import { GetConsent } from './get-consent/get-consent.query.js';
import { GetCustodyHttp } from './get-custody/get-custody.http.js';
import { GetCustody } from './get-custody/get-custody.query.js';
import { GetDeskHttp } from './get-desk/get-desk.http.js';
import { GetDesk } from './get-desk/get-desk.query.js';
import { GetHandoffTimelineHttp } from './get-handoff-timeline/get-handoff-timeline.http.js';
import { GetHandoffTimeline } from './get-handoff-timeline/get-handoff-timeline.query.js';
import { GetHandoffHttp } from './get-handoff/get-handoff.http.js';
import { GetHandoff } from './get-handoff/get-handoff.query.js';
import { GetStateMachineHttp } from './get-state-machine/get-state-machine.http.js';
import { GiveFeedbackHttp } from './give-feedback/give-feedback.http.js';
import { GiveFeedback } from './give-feedback/give-feedback.js';
import { HoldHandoffHttp } from './hold-handoff/hold-handoff.http.js';
import { HoldHandoff } from './hold-handoff/hold-handoff.js';
import { ListAgenciesHttp } from './list-agencies/list-agencies.http.js';
import { ListAgencies } from './list-agencies/list-agencies.query.js';
import { ListAgreementsHttp } from './list-agreements/list-agreements.http.js';
import { ListAgreements } from './list-agreements/list-agreements.query.js';
import { ListCapacityDeclinesHttp } from './list-capacity-declines/list-capacity-declines.http.js';
import { ListCapacityDeclines } from './list-capacity-declines/list-capacity-declines.query.js';
import { ListCaseClocksHttp } from './list-case-clocks/list-case-clocks.http.js';
import { ListCaseClocks } from './list-case-clocks/list-case-clocks.query.js';
import { ListClocksHttp } from './list-clocks/list-clocks.http.js';
import { ListClocks } from './list-clocks/list-clocks.query.js';
import { ListConsentsHttp } from './list-consents/list-consents.http.js';
import { ListConsents } from './list-consents/list-consents.query.js';
import { ListDisclosuresHttp } from './list-disclosures/list-disclosures.http.js';
import { ListDisclosures } from './list-disclosures/list-disclosures.query.js';
import { ListFeedbackHttp } from './list-feedback/list-feedback.http.js';
import { ListFeedback } from './list-feedback/list-feedback.query.js';
import { ListHandoffClocksHttp } from './list-handoff-clocks/list-handoff-clocks.http.js';
import { ListHandoffClocks } from './list-handoff-clocks/list-handoff-clocks.query.js';
import { ListHandoffsHttp } from './list-handoffs/list-handoffs.http.js';
import { ListHandoffs } from './list-handoffs/list-handoffs.query.js';
import { ListLawfulBasesHttp } from './list-lawful-bases/list-lawful-bases.http.js';
import { ListLocationsHttp } from './list-locations/list-locations.http.js';
import { ListLocations } from './list-locations/list-locations.query.js';
import { ListNotificationsHttp } from './list-notifications/list-notifications.http.js';
import { ListNotifications } from './list-notifications/list-notifications.query.js';
import { ListOverridesHttp } from './list-overrides/list-overrides.http.js';
import { ListOverrides } from './list-overrides/list-overrides.query.js';
import { ListServicesHttp } from './list-services/list-services.http.js';
import { ListServices } from './list-services/list-services.query.js';
import { ListWithdrawalNoticesHttp } from './list-withdrawal-notices/list-withdrawal-notices.http.js';
import { ListWithdrawalNotices } from './list-withdrawal-notices/list-withdrawal-notices.query.js';
import { MarkInErrorHttp } from './mark-in-error/mark-in-error.http.js';
import { MarkInError } from './mark-in-error/mark-in-error.js';
import { MarkNotificationsReadHttp } from './mark-notifications-read/mark-notifications-read.http.js';
import { MarkNotificationsRead } from './mark-notifications-read/mark-notifications-read.js';
import { OverseeClocksHttp } from './oversee-clocks/oversee-clocks.http.js';
import { OverseeClocks } from './oversee-clocks/oversee-clocks.query.js';
import { PreCheckHttp } from './pre-check/pre-check.http.js';
import { PreCheck } from './pre-check/pre-check.query.js';
import { PreviewHandoffHttp } from './preview-handoff/preview-handoff.http.js';
import { PreviewHandoff } from './preview-handoff/preview-handoff.query.js';
import { ProposeOverrideHttp } from './propose-override/propose-override.http.js';
import { ProposeOverride } from './propose-override/propose-override.js';
import { ReadHsdsHttp } from './read-hsds/read-hsds.http.js';
import { ReadHsds } from './read-hsds/read-hsds.query.js';
import { RecallHandoffHttp } from './recall-handoff/recall-handoff.http.js';
import { RecallHandoff } from './recall-handoff/recall-handoff.js';
import { ReceiveHandoffHttp } from './receive-handoff/receive-handoff.http.js';
import { ReceiveHandoff } from './receive-handoff/receive-handoff.js';
import { RecordConsentHttp } from './record-consent/record-consent.http.js';
import { RecordConsent } from './record-consent/record-consent.js';
import { ReferOnwardHttp } from './refer-onward/refer-onward.http.js';
import { ReferOnward } from './refer-onward/refer-onward.js';
import { RefuseCancellationHttp } from './refuse-cancellation/refuse-cancellation.http.js';
import { RefuseCancellation } from './refuse-cancellation/refuse-cancellation.js';
import { RegisterAgencyHttp } from './register-agency/register-agency.http.js';
import { RegisterAgency } from './register-agency/register-agency.js';
import { RegisterAgreementHttp } from './register-agreement/register-agreement.http.js';
import { RegisterAgreement } from './register-agreement/register-agreement.js';
import { RegisterDeskHttp } from './register-desk/register-desk.http.js';
import { RegisterDesk } from './register-desk/register-desk.js';
import { RegisterLocationHttp } from './register-location/register-location.http.js';
import { RegisterLocation } from './register-location/register-location.js';
import { RegisterServiceHttp } from './register-service/register-service.http.js';
import { RegisterService } from './register-service/register-service.js';
import { RejectHandoffHttp } from './reject-handoff/reject-handoff.http.js';
import { RejectHandoff } from './reject-handoff/reject-handoff.js';
import { RequestCancellationHttp } from './request-cancellation/request-cancellation.http.js';
import { RequestCancellation } from './request-cancellation/request-cancellation.js';
import { RequestHandoffHttp } from './request-handoff/request-handoff.http.js';
import { RequestHandoff } from './request-handoff/request-handoff.js';
import { RequestOpenlyHttp } from './request-openly/request-openly.http.js';
import { RequestOpenly } from './request-openly/request-openly.js';
import { ResubmitHandoffHttp } from './resubmit-handoff/resubmit-handoff.http.js';
import { ResubmitHandoff } from './resubmit-handoff/resubmit-handoff.js';
import { ReturnHandoffHttp } from './return-handoff/return-handoff.http.js';
import { ReturnHandoff } from './return-handoff/return-handoff.js';
import { SendDraftHttp } from './send-draft/send-draft.http.js';
import { SendDraft } from './send-draft/send-draft.js';
import { SignRollbackHttp } from './sign-rollback/sign-rollback.http.js';
import { SignRollback } from './sign-rollback/sign-rollback.js';
import { StartHandoffHttp } from './start-handoff/start-handoff.http.js';
import { StartHandoff } from './start-handoff/start-handoff.js';
import { entities } from './storage/entities.js';
import { HandoffSteps } from './storage/handoff-steps.js';
import { WaitlistHandoffHttp } from './waitlist-handoff/waitlist-handoff.http.js';
import { WaitlistHandoff } from './waitlist-handoff/waitlist-handoff.js';
import { WithdrawConsentHttp } from './withdraw-consent/withdraw-consent.http.js';
import { WithdrawConsent } from './withdraw-consent/withdraw-consent.js';

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
    GetHandoffHttp,
    ListHandoffsHttp,
    GetHandoffTimelineHttp,
    GetCustodyHttp,
    ListDisclosuresHttp,
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
    ListOverridesHttp,
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
    GetHandoff,
    ListHandoffs,
    GetHandoffTimeline,
    GetCustody,
    ListDisclosures,
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
    ListOverrides,
    ListWithdrawalNotices,
    AnswerWithdrawal,
    GetDesk,
    ListNotifications,
    MarkNotificationsRead,
    RegisterDesk,
  ],
})
export class AppModule {}
