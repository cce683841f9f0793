import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { RecordBreach } from './breaches/record-breach/record-breach.js';
import { RecordBreachHttp } from './breaches/record-breach/record-breach.http.js';
import { NotifyBreach } from './breaches/notify-breach/notify-breach.js';
import { NotifyBreachHttp } from './breaches/notify-breach/notify-breach.http.js';
import { CloseBreach } from './breaches/close-breach/close-breach.js';
import { CloseBreachHttp } from './breaches/close-breach/close-breach.http.js';
import { GetBreach } from './breaches/get-breach/get-breach.query.js';
import { GetBreachHttp } from './breaches/get-breach/get-breach.http.js';
import { ListBreaches } from './breaches/list-breaches/list-breaches.query.js';
import { ListBreachesHttp } from './breaches/list-breaches/list-breaches.http.js';
import { ReceiveRequest } from './requests/receive-request/receive-request.js';
import { ReceiveRequestHttp } from './requests/receive-request/receive-request.http.js';
import { AnswerRequest } from './requests/answer-request/answer-request.js';
import { AnswerRequestHttp } from './requests/answer-request/answer-request.http.js';
import { ListRequests } from './requests/list-requests/list-requests.query.js';
import { ListRequestsHttp } from './requests/list-requests/list-requests.http.js';
import { GetCheckpoint } from './checkpoints/get-checkpoint/get-checkpoint.query.js';
import { GetCheckpointHttp } from './checkpoints/get-checkpoint/get-checkpoint.http.js';
import { ListCheckpoints } from './checkpoints/list-checkpoints/list-checkpoints.query.js';
import { ListCheckpointsHttp } from './checkpoints/list-checkpoints/list-checkpoints.http.js';
import { config } from './config.js';
import { GetEntry } from './entries/get-entry/get-entry.query.js';
import { GetEntryHttp } from './entries/get-entry/get-entry.http.js';
import { ListEntries } from './entries/list-entries/list-entries.query.js';
import { ListEntriesHttp } from './entries/list-entries/list-entries.http.js';
import { AskQuestion } from './questions/ask-question/ask-question.query.js';
import { AskQuestionHttp } from './questions/ask-question/ask-question.http.js';
import { PrintAnswer } from './questions/print-answer/print-answer.js';
import { PrintAnswerHttp } from './questions/print-answer/print-answer.http.js';
import { ListQuestions } from './questions/list-questions/list-questions.query.js';
import { ListQuestionsHttp } from './questions/list-questions/list-questions.http.js';
import { ReadLedger } from './cases/read-ledger/read-ledger.query.js';
import { ReadLedgerHttp } from './cases/read-ledger/read-ledger.http.js';
import { ReadTimeline } from './cases/read-timeline/read-timeline.query.js';
import { ReadTimelineHttp } from './cases/read-timeline/read-timeline.http.js';
import { CheckCompleteness } from './sources/check-completeness/check-completeness.query.js';
import { CheckCompletenessHttp } from './sources/check-completeness/check-completeness.http.js';
import { ReviewAccess } from './access/review-access/review-access.query.js';
import { ReviewAccessHttp } from './access/review-access/review-access.http.js';
import { RequestExport } from './exports/request-export/request-export.js';
import { RequestExportHttp } from './exports/request-export/request-export.http.js';
import { ApproveExport } from './exports/approve-export/approve-export.js';
import { ApproveExportHttp } from './exports/approve-export/approve-export.http.js';
import { ListExports } from './exports/list-exports/list-exports.query.js';
import { ListExportsHttp } from './exports/list-exports/list-exports.http.js';
import { GetExport } from './exports/get-export/get-export.query.js';
import { GetExportHttp } from './exports/get-export/get-export.http.js';
import { DownloadExport } from './exports/download-export/download-export.query.js';
import { DownloadExportHttp } from './exports/download-export/download-export.http.js';
import { ExportFhir } from './entries/export-fhir/export-fhir.query.js';
import { ExportFhirHttp } from './entries/export-fhir/export-fhir.http.js';
import { ProveEntry } from './entries/prove-entry/prove-entry.query.js';
import { ProveEntryHttp } from './entries/prove-entry/prove-entry.http.js';
import { ReadBundle } from './entries/read-bundle/read-bundle.query.js';
import { ReadBundleHttp } from './entries/read-bundle/read-bundle.http.js';
import { ProveConsistency } from './tree/prove-consistency/prove-consistency.query.js';
import { ProveConsistencyHttp } from './tree/prove-consistency/prove-consistency.http.js';
import { ReadTile } from './tree/read-tile/read-tile.query.js';
import { ReadTileHttp } from './tree/read-tile/read-tile.http.js';
import { RequestErasure } from './erasures/request-erasure/request-erasure.js';
import { RequestErasureHttp } from './erasures/request-erasure/request-erasure.http.js';
import { ApproveErasure } from './erasures/approve-erasure/approve-erasure.js';
import { ApproveErasureHttp } from './erasures/approve-erasure/approve-erasure.http.js';
import { GetCertificate } from './erasures/get-certificate/get-certificate.query.js';
import { GetCertificateHttp } from './erasures/get-certificate/get-certificate.http.js';
import { ListDue } from './retention/list-due/list-due.query.js';
import { ListDueHttp } from './retention/list-due/list-due.http.js';
import { ListErasures } from './erasures/list-erasures/list-erasures.query.js';
import { ListErasuresHttp } from './erasures/list-erasures/list-erasures.http.js';
import { PlaceHold } from './legal-holds/place-hold/place-hold.js';
import { PlaceHoldHttp } from './legal-holds/place-hold/place-hold.http.js';
import { ReleaseHold } from './legal-holds/release-hold/release-hold.js';
import { ReleaseHoldHttp } from './legal-holds/release-hold/release-hold.http.js';
import { ListHolds } from './legal-holds/list-holds/list-holds.query.js';
import { ListHoldsHttp } from './legal-holds/list-holds/list-holds.http.js';
import { ReadDetail } from './entries/read-detail/read-detail.query.js';
import { ReadDetailHttp } from './entries/read-detail/read-detail.http.js';

@Module({
  imports: [
    ApiPlatformModule.forRoot({ service: 'audit', config }),
    SealingModule.forRoot({ service: 'audit', kekFile: config.kekFile }),
  ],
  controllers: [
    ExportFhirHttp,
    RequestExportHttp,
    ApproveExportHttp,
    ListExportsHttp,
    GetExportHttp,
    DownloadExportHttp,
    RecordBreachHttp,
    NotifyBreachHttp,
    CloseBreachHttp,
    GetBreachHttp,
    ListBreachesHttp,
    ReceiveRequestHttp,
    AnswerRequestHttp,
    ListRequestsHttp,
    CheckCompletenessHttp,
    ReadLedgerHttp,
    ReadTimelineHttp,
    ReviewAccessHttp,
    AskQuestionHttp,
    ListQuestionsHttp,
    PrintAnswerHttp,
    GetEntryHttp,
    ListEntriesHttp,
    ProveEntryHttp,
    ReadBundleHttp,
    GetCheckpointHttp,
    ListCheckpointsHttp,
    ProveConsistencyHttp,
    ReadTileHttp,
    RequestErasureHttp,
    ApproveErasureHttp,
    GetCertificateHttp,
    ListErasuresHttp,
    ListDueHttp,
    PlaceHoldHttp,
    ReleaseHoldHttp,
    ListHoldsHttp,
    ReadDetailHttp,
  ],
  providers: [
    ExportFhir,
    RequestExport,
    ApproveExport,
    ListExports,
    GetExport,
    DownloadExport,
    RecordBreach,
    NotifyBreach,
    CloseBreach,
    GetBreach,
    ListBreaches,
    ReceiveRequest,
    AnswerRequest,
    ListRequests,
    CheckCompleteness,
    ReadLedger,
    ReadTimeline,
    ReviewAccess,
    AskQuestion,
    ListQuestions,
    PrintAnswer,
    GetEntry,
    ListEntries,
    ProveEntry,
    ReadBundle,
    GetCheckpoint,
    ListCheckpoints,
    ProveConsistency,
    ReadTile,
    RequestErasure,
    ApproveErasure,
    GetCertificate,
    ListErasures,
    ListDue,
    PlaceHold,
    ReleaseHold,
    ListHolds,
    ReadDetail,
  ],
})
export class AppModule {}
