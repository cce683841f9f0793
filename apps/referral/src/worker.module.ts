import { Module } from '@nestjs/common';
import { WorkerPlatformModule } from '@rujukan/worker';
import { config } from './config.js';
import { EscalateWithdrawals } from './escalate-withdrawals/escalate-withdrawals.js';
import { EscalateWithdrawalsTimer } from './escalate-withdrawals/escalate-withdrawals.timer.js';
import { ExpireConsents } from './expire-consents/expire-consents.js';
import { ExpireConsentsTimer } from './expire-consents/expire-consents.timer.js';
import { OnCaseCameOfAgeConsumer } from './on-case-came-of-age/on-case-came-of-age.consumer.js';
import { OnCaseCameOfAge } from './on-case-came-of-age/on-case-came-of-age.js';
import { OnCaseClosedConsumer } from './on-case-closed/on-case-closed.consumer.js';
import { OnCaseClosed } from './on-case-closed/on-case-closed.js';
import { OnCaseOpenedConsumer } from './on-case-opened/on-case-opened.consumer.js';
import { OnCaseOpened } from './on-case-opened/on-case-opened.js';
import { OnHandoffRejectedConsumer } from './on-handoff-rejected/on-handoff-rejected.consumer.js';
import { OnHandoffRejected } from './on-handoff-rejected/on-handoff-rejected.js';
import { OnServiceAttendedConsumer } from './on-service-attended/on-service-attended.consumer.js';
import { OnServiceAttended } from './on-service-attended/on-service-attended.js';
import { PurgePreviews } from './purge-previews/purge-previews.js';
import { PurgePreviewsTimer } from './purge-previews/purge-previews.timer.js';
import { entities } from './storage/entities.js';
import { StrikeClocksTimer } from './strike-clocks/strike-clocks.timer.js';
import { StrikeClocks } from './strike-clocks/strike-clocks.js';

@Module({
  imports: [WorkerPlatformModule.forRoot({ service: 'referral', config, entities })],
  controllers: [
    OnCaseCameOfAgeConsumer,
    OnCaseOpenedConsumer,
    OnCaseClosedConsumer,
    OnServiceAttendedConsumer,
    OnHandoffRejectedConsumer,
  ],
  providers: [
    OnCaseCameOfAge,
    EscalateWithdrawals,
    EscalateWithdrawalsTimer,
    ExpireConsents,
    ExpireConsentsTimer,
    OnCaseOpened,
    OnCaseClosed,
    OnServiceAttended,
    OnHandoffRejected,
    PurgePreviews,
    PurgePreviewsTimer,
    StrikeClocks,
    StrikeClocksTimer,
  ],
})
export class WorkerModule {}
