import { Module } from '@nestjs/common';
import { WorkerPlatformModule } from '@rujukan/worker';
import { SealingModule } from '@rujukan/sealing';
import { AnnounceComingOfAge } from './announce-coming-of-age/announce-coming-of-age.js';
import { AnnounceComingOfAgeTimer } from './announce-coming-of-age/announce-coming-of-age.timer.js';
import { config } from './config.js';
import { EndBreakGlass } from './end-break-glass/end-break-glass.js';
import { EndBreakGlassTimer } from './end-break-glass/end-break-glass.timer.js';
import { OnAgencyRegistered } from './on-agency-registered/on-agency-registered.js';
import { OnAgencyRegisteredConsumer } from './on-agency-registered/on-agency-registered.consumer.js';
import { OnCaseClosed } from './on-case-closed/on-case-closed.js';
import { OnCaseClosedConsumer } from './on-case-closed/on-case-closed.consumer.js';
import { OnCustodianChanged } from './on-custodian-changed/on-custodian-changed.js';
import { OnCustodianChangedConsumer } from './on-custodian-changed/on-custodian-changed.consumer.js';
import { OnHandoffAccepted } from './on-handoff-accepted/on-handoff-accepted.js';
import { OnHandoffAcceptedConsumer } from './on-handoff-accepted/on-handoff-accepted.consumer.js';
import { OnHandoffEnded } from './on-handoff-ended/on-handoff-ended.js';
import { OnHandoffEndedConsumer } from './on-handoff-ended/on-handoff-ended.consumer.js';
import { OnRetentionEnded } from './on-retention-ended/on-retention-ended.js';
import { OnRetentionEndedConsumer } from './on-retention-ended/on-retention-ended.consumer.js';
import { entities } from './storage/entities.js';
import { StrikeClocks } from './strike-clocks/strike-clocks.js';
import { StrikeClocksTimer } from './strike-clocks/strike-clocks.timer.js';

@Module({
  imports: [
    WorkerPlatformModule.forRoot({ service: 'intake', config, entities }),
    SealingModule.forRoot({ service: 'intake', kekFile: config.kekFile }),
  ],
  controllers: [
    OnAgencyRegisteredConsumer,
    OnCaseClosedConsumer,
    OnCustodianChangedConsumer,
    OnHandoffAcceptedConsumer,
    OnHandoffEndedConsumer,
    OnRetentionEndedConsumer,
  ],
  providers: [
    AnnounceComingOfAge,
    AnnounceComingOfAgeTimer,
    EndBreakGlass,
    EndBreakGlassTimer,
    OnAgencyRegistered,
    OnCaseClosed,
    OnCustodianChanged,
    OnHandoffAccepted,
    OnHandoffEnded,
    OnRetentionEnded,
    StrikeClocks,
    StrikeClocksTimer,
  ],
})
export class WorkerModule {}
