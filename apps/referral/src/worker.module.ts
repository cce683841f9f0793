import { Module } from '@nestjs/common';
import { WorkerPlatformModule } from '@rujukan/worker';
import { ExpireConsents } from './consents/expire-consents/expire-consents.js';
import { ExpireConsentsTimer } from './consents/expire-consents/expire-consents.timer.js';
import { OnCaseCameOfAgeConsumer } from './consents/on-case-came-of-age/on-case-came-of-age.consumer.js';
import { OnCaseCameOfAge } from './consents/on-case-came-of-age/on-case-came-of-age.js';
import { config, mailSettings } from './config.js';
import { OnCaseClosedConsumer } from './custody/on-case-closed/on-case-closed.consumer.js';
import { OnCaseClosed } from './custody/on-case-closed/on-case-closed.js';
import { OnCaseOpenedConsumer } from './custody/on-case-opened/on-case-opened.consumer.js';
import { OnCaseOpened } from './custody/on-case-opened/on-case-opened.js';
import { OnRetentionEndedConsumer } from './custody/on-retention-ended/on-retention-ended.consumer.js';
import { OnRetentionEnded } from './custody/on-retention-ended/on-retention-ended.js';
import { FollowEmergencyConsumer } from './disclosures/follow-emergency/follow-emergency.consumer.js';
import { FollowEmergency } from './disclosures/follow-emergency/follow-emergency.js';
import { OnClockStruckConsumer } from './notifications/on-clock-struck/on-clock-struck.consumer.js';
import { OnClockStruck } from './notifications/on-clock-struck/on-clock-struck.js';
import { OnEmergencyAccessConsumer } from './notifications/on-emergency-access/on-emergency-access.consumer.js';
import { OnEmergencyAccess } from './notifications/on-emergency-access/on-emergency-access.js';

import { OnCaseOutlineChangedConsumer } from './custody/on-case-outline-changed/on-case-outline-changed.consumer.js';
import { OnCaseOutlineChanged } from './custody/on-case-outline-changed/on-case-outline-changed.js';
import { OnHandoffMovedConsumer } from './notifications/on-handoff-moved/on-handoff-moved.consumer.js';
import { OnHandoffMoved } from './notifications/on-handoff-moved/on-handoff-moved.js';
import { OnHandoffRejectedConsumer } from './offers/on-handoff-rejected/on-handoff-rejected.consumer.js';
import { OnHandoffRejected } from './offers/on-handoff-rejected/on-handoff-rejected.js';
import { OnServiceAttendedConsumer } from './progress/on-service-attended/on-service-attended.consumer.js';
import { OnServiceAttended } from './progress/on-service-attended/on-service-attended.js';
import { LapseRollbacks } from './custody/lapse-rollbacks/lapse-rollbacks.js';
import { LapseRollbacksTimer } from './custody/lapse-rollbacks/lapse-rollbacks.timer.js';
import { ExpireHandoffs } from './offers/expire-handoffs/expire-handoffs.js';
import { ExpireHandoffsTimer } from './offers/expire-handoffs/expire-handoffs.timer.js';
import { PurgePreviews } from './offers/purge-previews/purge-previews.js';
import { PurgePreviewsTimer } from './offers/purge-previews/purge-previews.timer.js';
import { PurgeNotifications } from './notifications/purge-notifications/purge-notifications.js';
import { PurgeNotificationsTimer } from './notifications/purge-notifications/purge-notifications.timer.js';
import { smtpMailer, type Mailer } from './notifications/send-mails/mailer.js';
import { MAILER } from './notifications/send-mails/mailer.token.js';
import { SendMails } from './notifications/send-mails/send-mails.js';
import { SendMailsTimer } from './notifications/send-mails/send-mails.timer.js';
import { OnReceiptIssuedConsumer } from './proofs/on-receipt-issued/on-receipt-issued.consumer.js';
import { OnReceiptIssued } from './proofs/on-receipt-issued/on-receipt-issued.js';
import { entities } from './storage/entities.js';
import { StrikeClocksTimer } from './clocks/strike-clocks/strike-clocks.timer.js';
import { StrikeClocks } from './clocks/strike-clocks/strike-clocks.js';

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
    OnCaseOutlineChangedConsumer,
    OnServiceAttendedConsumer,
    OnHandoffRejectedConsumer,
    OnClockStruckConsumer,
    OnEmergencyAccessConsumer,
    FollowEmergencyConsumer,
    OnHandoffMovedConsumer,
    OnReceiptIssuedConsumer,
    OnRetentionEndedConsumer,
  ],
  providers: [
    OnCaseCameOfAge,
    ExpireConsents,
    ExpireConsentsTimer,
    OnCaseOpened,
    OnCaseClosed,
    OnCaseOutlineChanged,
    OnServiceAttended,
    OnHandoffRejected,
    OnClockStruck,
    OnEmergencyAccess,
    FollowEmergency,
    OnHandoffMoved,
    OnReceiptIssued,
    OnRetentionEnded,
    LapseRollbacks,
    LapseRollbacksTimer,
    ExpireHandoffs,
    ExpireHandoffsTimer,
    PurgePreviews,
    PurgePreviewsTimer,
    PurgeNotifications,
    PurgeNotificationsTimer,
    StrikeClocks,
    StrikeClocksTimer,
    SendMails,
    SendMailsTimer,
    { provide: MAILER, useFactory: mailer },
  ],
})
export class WorkerModule {}
