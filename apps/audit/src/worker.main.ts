import 'reflect-metadata';
import { startWorker } from '@rujukan/worker';
import { config } from './config.js';
import { WorkerModule } from './worker.module.js';

// The audit topic is not among the events: its records are taken raw, by append-entries.
await startWorker({
  service: 'audit',
  config,
  module: WorkerModule,
  consumes: ['referral.directory.events'],
});
