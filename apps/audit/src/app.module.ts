import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { config } from './config.js';
import { GetEntry } from './entries/get-entry/get-entry.query.js';
import { GetEntryHttp } from './entries/get-entry/get-entry.http.js';
import { ListEntries } from './entries/list-entries/list-entries.query.js';
import { ListEntriesHttp } from './entries/list-entries/list-entries.http.js';
import { AskQuestion } from './questions/ask-question/ask-question.query.js';
import { AskQuestionHttp } from './questions/ask-question/ask-question.http.js';
import { ListQuestions } from './questions/list-questions/list-questions.query.js';
import { ListQuestionsHttp } from './questions/list-questions/list-questions.http.js';
import { ReadLedger } from './cases/read-ledger/read-ledger.query.js';
import { ReadLedgerHttp } from './cases/read-ledger/read-ledger.http.js';
import { ReadTimeline } from './cases/read-timeline/read-timeline.query.js';
import { ReadTimelineHttp } from './cases/read-timeline/read-timeline.http.js';
import { ReviewAccess } from './access/review-access/review-access.query.js';
import { ReviewAccessHttp } from './access/review-access/review-access.http.js';
import { ExportFhir } from './entries/export-fhir/export-fhir.query.js';
import { ExportFhirHttp } from './entries/export-fhir/export-fhir.http.js';

@Module({
  imports: [ApiPlatformModule.forRoot({ service: 'audit', config })],
  controllers: [
    ExportFhirHttp,
    ReadLedgerHttp,
    ReadTimelineHttp,
    ReviewAccessHttp,
    AskQuestionHttp,
    ListQuestionsHttp,
    GetEntryHttp,
    ListEntriesHttp,
  ],
  providers: [
    ExportFhir,
    ReadLedger,
    ReadTimeline,
    ReviewAccess,
    AskQuestion,
    ListQuestions,
    GetEntry,
    ListEntries,
  ],
})
export class AppModule {}
