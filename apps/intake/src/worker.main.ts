import 'reflect-metadata';
import { startWorker } from '@rujukan/worker';
import { config } from './config.js';
import { WorkerModule } from './worker.module.js';

await startWorker({
  service: 'intake',
  config,
  module: WorkerModule,
  consumes: [
    'audit.retention.events',
    'referral.directory.events',
    'referral.handoff.events',
    'victim-services.case.events',
  ],
});
