import 'reflect-metadata';
import { startWorker } from '@rujukan/worker';
import { config } from './config.js';
import { WorkerModule } from './worker.module.js';

await startWorker({
  service: 'victim-services',
  config,
  module: WorkerModule,
  consumes: ['audit.retention.events', 'intake.case.events', 'referral.handoff.events'],
});
