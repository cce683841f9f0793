import { Module } from '@nestjs/common';
import { ApiPlatformModule } from '@rujukan/http';
import { SealingModule } from '@rujukan/sealing';
import { AcceptHandoffHttp } from './accept-handoff/accept-handoff.http.js';
import { AcceptHandoff } from './accept-handoff/accept-handoff.js';
import { CompleteHandoffHttp } from './complete-handoff/complete-handoff.http.js';
import { CompleteHandoff } from './complete-handoff/complete-handoff.js';
import { config } from './config.js';
import { GetCustodyHttp } from './get-custody/get-custody.http.js';
import { GetCustody } from './get-custody/get-custody.query.js';
import { GetHandoffHttp } from './get-handoff/get-handoff.http.js';
import { GetHandoff } from './get-handoff/get-handoff.query.js';
import { GetHandoffTimelineHttp } from './get-handoff-timeline/get-handoff-timeline.http.js';
import { GetHandoffTimeline } from './get-handoff-timeline/get-handoff-timeline.query.js';
import { GetStateMachineHttp } from './get-state-machine/get-state-machine.http.js';
import { ListDisclosuresHttp } from './list-disclosures/list-disclosures.http.js';
import { ListDisclosures } from './list-disclosures/list-disclosures.query.js';
import { ListAgenciesHttp } from './list-agencies/list-agencies.http.js';
import { ListAgencies } from './list-agencies/list-agencies.query.js';
import { ListHandoffsHttp } from './list-handoffs/list-handoffs.http.js';
import { ListHandoffs } from './list-handoffs/list-handoffs.query.js';
import { ListServicesHttp } from './list-services/list-services.http.js';
import { ListServices } from './list-services/list-services.query.js';
import { PreviewHandoffHttp } from './preview-handoff/preview-handoff.http.js';
import { PreviewHandoff } from './preview-handoff/preview-handoff.query.js';
import { ReceiveHandoffHttp } from './receive-handoff/receive-handoff.http.js';
import { ReceiveHandoff } from './receive-handoff/receive-handoff.js';
import { RegisterAgencyHttp } from './register-agency/register-agency.http.js';
import { RegisterAgency } from './register-agency/register-agency.js';
import { RegisterServiceHttp } from './register-service/register-service.http.js';
import { RegisterService } from './register-service/register-service.js';
import { RejectHandoffHttp } from './reject-handoff/reject-handoff.http.js';
import { RejectHandoff } from './reject-handoff/reject-handoff.js';
import { RequestHandoffHttp } from './request-handoff/request-handoff.http.js';
import { RequestHandoff } from './request-handoff/request-handoff.js';
import { entities } from './storage/entities.js';

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
    GetHandoffHttp,
    ListHandoffsHttp,
    GetHandoffTimelineHttp,
    GetCustodyHttp,
    ListDisclosuresHttp,
    GetStateMachineHttp,
  ],
  providers: [
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
    GetHandoff,
    ListHandoffs,
    GetHandoffTimeline,
    GetCustody,
    ListDisclosures,
  ],
})
export class AppModule {}
