export { Every } from './every.js';
export { startWorker } from './start-worker.js';
export type { RunningWorker, WorkerOptions } from './start-worker.js';
export type { WorkerConfig } from './worker-config.js';
export { WorkerHealth } from './worker-health.js';
export type { Part } from './worker-health.js';
export { WorkerPlatformModule } from './worker-platform.module.js';
export type { WorkerPlatformOptions } from './worker-platform.module.js';
