import { Module } from '@nestjs/common';
import type { Clock } from '@rujukan/kernel';
import { createLogger, type Logger } from '@rujukan/observability';
import { UnitOfWork } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { WorkerHealth, WorkerPlatformModule } from '@rujukan/worker';
import { OnAgencyRegistered } from './agencies/on-agency-registered/on-agency-registered.js';
import { OnAgencyRegisteredConsumer } from './agencies/on-agency-registered/on-agency-registered.consumer.js';
import { AppendEntries } from './entries/append-entries/append-entries.js';
import { AppendEntriesConsumer, auditLog } from './entries/append-entries/append-entries.consumer.js';
import { LayTree } from './entries/append-entries/lay-tree.js';
import { SequencerSeat } from './entries/append-entries/sequencer-seat.js';
import { GatherCosignatures } from './checkpoints/gather-cosignatures/gather-cosignatures.js';
import { GatherCosignaturesTimer } from './checkpoints/gather-cosignatures/gather-cosignatures.timer.js';
import { LOG, POLICY } from './checkpoints/gather-cosignatures/gather.tokens.js';
import { RecordCompleteness } from './sources/record-completeness/record-completeness.js';
import { RecordCompletenessTimer } from './sources/record-completeness/record-completeness.timer.js';
import { FindDue } from './retention/find-due/find-due.js';
import { FindDueTimer } from './retention/find-due/find-due.timer.js';
import { TellOverdue } from './registers/tell-overdue/tell-overdue.js';
import { TellOverdueTimer } from './registers/tell-overdue/tell-overdue.timer.js';
import { WatchSources } from './sources/watch-sources/watch-sources.js';
import { WatchSourcesTimer } from './sources/watch-sources/watch-sources.timer.js';
import { KeycloakEvents } from './identity/pull-identity-events/keycloak-events.js';
import { PullIdentityEvents } from './identity/pull-identity-events/pull-identity-events.js';
import { PullIdentityEventsTimer } from './identity/pull-identity-events/pull-identity-events.timer.js';
import { MakeExport } from './exports/make-export/make-export.js';
import { MakeExportTimer } from './exports/make-export/make-export.timer.js';
import { ENCLOSURES } from './exports/make-export/make-export.tokens.js';
import { SealExport } from './exports/seal-export/seal-export.js';
import { SealExportTimer } from './exports/seal-export/seal-export.timer.js';
import { PurgeExports } from './exports/purge-exports/purge-exports.js';
import { PurgeExportsTimer } from './exports/purge-exports/purge-exports.timer.js';
import { config, enclosures, identityEventsSecret, trustPolicy } from './config.js';
import { IssueReceipts } from './receipts/issue-receipts/issue-receipts.js';
import { IssueReceiptsTimer } from './receipts/issue-receipts/issue-receipts.timer.js';

@Module({
  imports: [WorkerPlatformModule.forRoot({ service: 'audit', config })],
  controllers: [OnAgencyRegisteredConsumer],
  providers: [
    AppendEntries,
    OnAgencyRegistered,
    LayTree,
    GatherCosignatures,
    GatherCosignaturesTimer,
    IssueReceipts,
    IssueReceiptsTimer,
    MakeExport,
    MakeExportTimer,
    SealExport,
    SealExportTimer,
    PurgeExports,
    PurgeExportsTimer,
    { provide: ENCLOSURES, useFactory: enclosures },
    { provide: LOG, useFactory: () => createLogger('audit', { level: config.logLevel }) },
    { provide: POLICY, useFactory: trustPolicy },
    SequencerSeat,
    WatchSourcesTimer,
    FindDue,
    FindDueTimer,
    TellOverdue,
    TellOverdueTimer,
    RecordCompletenessTimer,
    {
      provide: RecordCompleteness,
      inject: [UnitOfWork, CLOCK, LOG],
      useFactory: (unitOfWork: UnitOfWork, clock: Clock, log: Logger) =>
        new RecordCompleteness(unitOfWork, clock, log),
    },
    {
      provide: WatchSources,
      inject: [UnitOfWork, CLOCK, LOG, WorkerHealth],
      useFactory: (unitOfWork: UnitOfWork, clock: Clock, log: Logger, health: WorkerHealth) => {
        const watch = new WatchSources(unitOfWork, clock, log);
        health.remark('sources', () => watch.isWhole());
        return watch;
      },
    },
    PullIdentityEvents,
    PullIdentityEventsTimer,
    {
      provide: KeycloakEvents,
      useFactory: () =>
        new KeycloakEvents({
          issuer: config.issuer,
          clientId: 'identity-events',
          clientSecret: identityEventsSecret(),
        }),
    },
    {
      provide: AppendEntriesConsumer,
      inject: [SequencerSeat, AppendEntries, LayTree, WorkerHealth],
      useFactory: (seat: SequencerSeat, append: AppendEntries, layTree: LayTree, health: WorkerHealth) => {
        const log = createLogger('audit', { level: config.logLevel });
        const consumer = new AppendEntriesConsumer(seat, append, layTree, {
          ...auditLog,
          brokers: config.kafkaBrokers,
          log,
        });
        health.watch('log', consumer);
        return consumer;
      },
    },
  ],
})
export class WorkerModule {}
