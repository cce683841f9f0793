import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { AcceptReport } from './accept-report/accept-report.js';
import { AcceptReportHttp } from './accept-report/accept-report.http.js';
import { BreakTheGlass } from './break-the-glass/break-the-glass.js';
import { BreakTheGlassHttp } from './break-the-glass/break-the-glass.http.js';
import { config, isDemo } from './config.js';
import { CorrectIdentity } from './correct-identity/correct-identity.js';
import { CorrectIdentityHttp } from './correct-identity/correct-identity.http.js';
import { IntakeRules } from './domain/intake-rules.js';
import { FileReport } from './file-report/file-report.js';
import { FileReportHttp } from './file-report/file-report.http.js';
import { ForwardReport } from './forward-report/forward-report.js';
import { ForwardReportHttp } from './forward-report/forward-report.http.js';
import { GetCase } from './get-case/get-case.query.js';
import { GetCaseHttp } from './get-case/get-case.http.js';
import { GetCaseTimeline } from './get-case-timeline/get-case-timeline.query.js';
import { GetCaseTimelineHttp } from './get-case-timeline/get-case-timeline.http.js';
import { GetClockBoard } from './get-clock-board/get-clock-board.query.js';
import { GetClockBoardHttp } from './get-clock-board/get-clock-board.http.js';
import { GetReport } from './get-report/get-report.query.js';
import { GetReportHttp } from './get-report/get-report.http.js';
import { LinkDuplicateReport } from './link-duplicate-report/link-duplicate-report.js';
import { LinkDuplicateReportHttp } from './link-duplicate-report/link-duplicate-report.http.js';
import { ListBreakGlass } from './list-break-glass/list-break-glass.query.js';
import { ListBreakGlassHttp } from './list-break-glass/list-break-glass.http.js';
import { ListCases } from './list-cases/list-cases.query.js';
import { ListCasesHttp } from './list-cases/list-cases.http.js';
import { ListClocks } from './list-clocks/list-clocks.query.js';
import { ListClocksHttp } from './list-clocks/list-clocks.http.js';
import { ListIdentityCorrections } from './list-identity-corrections/list-identity-corrections.query.js';
import { ListIdentityCorrectionsHttp } from './list-identity-corrections/list-identity-corrections.http.js';
import { ListReports } from './list-reports/list-reports.query.js';
import { ListReportsHttp } from './list-reports/list-reports.http.js';
import { MarkReportInsufficient } from './mark-report-insufficient/mark-report-insufficient.js';
import { MarkReportInsufficientHttp } from './mark-report-insufficient/mark-report-insufficient.http.js';
import { OverseeClocks } from './oversee-clocks/oversee-clocks.query.js';
import { OverseeClocksHttp } from './oversee-clocks/oversee-clocks.http.js';
import { ReassessRisk } from './reassess-risk/reassess-risk.js';
import { ReassessRiskHttp } from './reassess-risk/reassess-risk.http.js';
import { RecordPoliceReport } from './record-police-report/record-police-report.js';
import { RecordPoliceReportHttp } from './record-police-report/record-police-report.http.js';
import { ReviewBreakGlass } from './review-break-glass/review-break-glass.js';
import { ReviewBreakGlassHttp } from './review-break-glass/review-break-glass.http.js';
import { entities } from './storage/entities.js';
import { UnlinkDuplicateReport } from './unlink-duplicate-report/unlink-duplicate-report.js';
import { UnlinkDuplicateReportHttp } from './unlink-duplicate-report/unlink-duplicate-report.http.js';

const service = 'intake';

@Module({
  imports: [
    ApiPlatformModule.forRoot({ service, config, entities }),
    SealingModule.forRoot({ service, kekFile: config.kekFile }),
  ],
  controllers: [
    AcceptReportHttp,
    BreakTheGlassHttp,

    CorrectIdentityHttp,
    FileReportHttp,
    ForwardReportHttp,
    GetCaseHttp,
    GetCaseTimelineHttp,
    GetClockBoardHttp,
    GetReportHttp,
    LinkDuplicateReportHttp,
    ListBreakGlassHttp,
    ListCasesHttp,
    ListClocksHttp,
    ListIdentityCorrectionsHttp,
    ListReportsHttp,
    MarkReportInsufficientHttp,
    OverseeClocksHttp,
    ReassessRiskHttp,
    RecordPoliceReportHttp,
    ReviewBreakGlassHttp,

    UnlinkDuplicateReportHttp,
  ],
  providers: [
    { provide: IntakeRules, useValue: new IntakeRules(isDemo) },
    AcceptReport,
    BreakTheGlass,

    CorrectIdentity,
    FileReport,
    ForwardReport,
    GetCase,
    GetCaseTimeline,
    GetClockBoard,
    GetReport,
    LinkDuplicateReport,
    ListBreakGlass,
    ListCases,
    ListClocks,
    ListIdentityCorrections,
    ListReports,
    MarkReportInsufficient,
    OverseeClocks,
    ReassessRisk,
    RecordPoliceReport,
    ReviewBreakGlass,

    UnlinkDuplicateReport,
  ],
})
export class AppModule {}
