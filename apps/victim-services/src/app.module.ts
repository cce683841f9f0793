import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { AgreePlan } from './agree-plan/agree-plan.js';
import { AgreePlanHttp } from './agree-plan/agree-plan.http.js';
import { ApproveClosure } from './approve-closure/approve-closure.js';
import { ApproveClosureHttp } from './approve-closure/approve-closure.http.js';
import { config } from './config.js';
import { GetCaseTimeline } from './get-case-timeline/get-case-timeline.query.js';
import { GetCaseTimelineHttp } from './get-case-timeline/get-case-timeline.http.js';
import { GetSupport } from './get-support/get-support.query.js';
import { GetSupportHttp } from './get-support/get-support.http.js';
import { ListClosureRequests } from './list-closure-requests/list-closure-requests.query.js';
import { ListClosureRequestsHttp } from './list-closure-requests/list-closure-requests.http.js';
import { RecordServiceEvent } from './record-service-event/record-service-event.js';
import { RecordServiceEventHttp } from './record-service-event/record-service-event.http.js';
import { RequestClosure } from './request-closure/request-closure.js';
import { RequestClosureHttp } from './request-closure/request-closure.http.js';
import { entities } from './storage/entities.js';

const service = 'victim-services';

@Module({
  imports: [
    ApiPlatformModule.forRoot({ service, config, entities }),
    SealingModule.forRoot({ service, kekFile: config.kekFile }),
  ],
  controllers: [
    AgreePlanHttp,
    ApproveClosureHttp,
    GetCaseTimelineHttp,
    GetSupportHttp,
    ListClosureRequestsHttp,
    RecordServiceEventHttp,
    RequestClosureHttp,
  ],
  providers: [
    AgreePlan,
    ApproveClosure,
    GetCaseTimeline,
    GetSupport,
    ListClosureRequests,
    RecordServiceEvent,
    RequestClosure,
  ],
})
export class AppModule {}
