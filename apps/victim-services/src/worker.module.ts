import { Module } from '@nestjs/common';
import { WorkerPlatformModule } from '@rujukan/worker';
import { config } from './config.js';
import { OnAccessEnded } from './on-access-ended/on-access-ended.js';
import { OnAccessEndedConsumer } from './on-access-ended/on-access-ended.consumer.js';
import { OnCaseOpened } from './on-case-opened/on-case-opened.js';
import { OnCaseOpenedConsumer } from './on-case-opened/on-case-opened.consumer.js';
import { OnCustodianChanged } from './on-custodian-changed/on-custodian-changed.js';
import { OnCustodianChangedConsumer } from './on-custodian-changed/on-custodian-changed.consumer.js';
import { OnHandoffAccepted } from './on-handoff-accepted/on-handoff-accepted.js';
import { OnHandoffAcceptedConsumer } from './on-handoff-accepted/on-handoff-accepted.consumer.js';
import { OnHandoffEnded } from './on-handoff-ended/on-handoff-ended.js';
import { OnHandoffEndedConsumer } from './on-handoff-ended/on-handoff-ended.consumer.js';
import { OnHandoffRequested } from './on-handoff-requested/on-handoff-requested.js';
import { OnHandoffRequestedConsumer } from './on-handoff-requested/on-handoff-requested.consumer.js';
import { OnRetentionEnded } from './on-retention-ended/on-retention-ended.js';
import { OnRetentionEndedConsumer } from './on-retention-ended/on-retention-ended.consumer.js';
import { entities } from './storage/entities.js';

@Module({
  imports: [WorkerPlatformModule.forRoot({ service: 'victim-services', config, entities })],
  controllers: [
    OnAccessEndedConsumer,
    OnCaseOpenedConsumer,
    OnCustodianChangedConsumer,
    OnHandoffAcceptedConsumer,
    OnHandoffEndedConsumer,
    OnHandoffRequestedConsumer,
    OnRetentionEndedConsumer,
  ],
  providers: [
    OnAccessEnded,
    OnCaseOpened,
    OnCustodianChanged,
    OnHandoffAccepted,
    OnHandoffEnded,
    OnHandoffRequested,
    OnRetentionEnded,
  ],
})
export class WorkerModule {}
