import 'reflect-metadata';
import { startWorker } from '@rujukan/worker';
import { config } from './config.js';
import { WorkerModule } from './worker.module.js';

await startWorker({
  service: 'referral',
  config,
  module: WorkerModule,
  consumes: [
    'audit.receipt.events',
    'audit.retention.events',
    'intake.case.events',
    'referral.handoff.events',
    'victim-services.case.events',
  ],
});
