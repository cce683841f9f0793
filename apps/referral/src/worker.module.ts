import { Module } from '@nestjs/common';
import { WorkerPlatformModule } from '@rujukan/worker';
import { ExpireConsents } from './expire-consents/expire-consents.js';
import { ExpireConsentsTimer } from './expire-consents/expire-consents.timer.js';
import { OnCaseCameOfAgeConsumer } from './on-case-came-of-age/on-case-came-of-age.consumer.js';
import { OnCaseCameOfAge } from './on-case-came-of-age/on-case-came-of-age.js';
import { config, mailSettings } from './config.js';
import { OnCaseClosedConsumer } from './on-case-closed/on-case-closed.consumer.js';
import { OnCaseClosed } from './on-case-closed/on-case-closed.js';
import { OnCaseOpenedConsumer } from './on-case-opened/on-case-opened.consumer.js';
import { OnCaseOpened } from './on-case-opened/on-case-opened.js';
import { OnHandoffMovedConsumer } from './on-handoff-moved/on-handoff-moved.consumer.js';
import { OnHandoffMoved } from './on-handoff-moved/on-handoff-moved.js';
import { OnHandoffRejectedConsumer } from './on-handoff-rejected/on-handoff-rejected.consumer.js';
import { OnHandoffRejected } from './on-handoff-rejected/on-handoff-rejected.js';
import { OnServiceAttendedConsumer } from './on-service-attended/on-service-attended.consumer.js';
import { OnServiceAttended } from './on-service-attended/on-service-attended.js';
import { ExpireHandoffs } from './expire-handoffs/expire-handoffs.js';
import { ExpireHandoffsTimer } from './expire-handoffs/expire-handoffs.timer.js';
import { PurgePreviews } from './purge-previews/purge-previews.js';
import { PurgePreviewsTimer } from './purge-previews/purge-previews.timer.js';
import { smtpMailer, type Mailer } from './send-mails/mailer.js';
import { MAILER } from './send-mails/mailer.token.js';
import { SendMails } from './send-mails/send-mails.js';
import { SendMailsTimer } from './send-mails/send-mails.timer.js';
import { entities } from './storage/entities.js';
import { StrikeClocksTimer } from './strike-clocks/strike-clocks.timer.js';
import { StrikeClocks } from './strike-clocks/strike-clocks.js';

function mailer(): Mailer | null {
  const settings = mailSettings();
  return settings && smtpMailer(settings);
}

@Module({
  imports: [WorkerPlatformModule.forRoot({ service: 'referral', config, entities })],
  controllers: [
    OnCaseCameOfAgeConsumer,
    OnCaseOpenedConsumer,
    OnCaseClosedConsumer,
    OnServiceAttendedConsumer,
    OnHandoffRejectedConsumer,
    OnHandoffMovedConsumer,
  ],
  providers: [
    OnCaseCameOfAge,
    ExpireConsents,
    ExpireConsentsTimer,
    OnCaseOpened,
    OnCaseClosed,
    OnServiceAttended,
    OnHandoffRejected,
    OnHandoffMoved,
    ExpireHandoffs,
    ExpireHandoffsTimer,
    PurgePreviews,
    PurgePreviewsTimer,
    StrikeClocks,
    StrikeClocksTimer,
    SendMails,
    SendMailsTimer,
    { provide: MAILER, useFactory: mailer },
  ],
})
export class WorkerModule {}
