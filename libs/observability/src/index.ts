export { exitOnCrash } from './crash.js';
export { HealthRegistry } from './health.js';
export type { Probe, Readiness } from './health.js';
export { createLogger } from './logger.js';
export type { Logger, LoggerOptions } from './logger.js';
export { NestLogger } from './nest-logger.js';
export { safeError, typeNameOf } from './safe-error.js';
export type { SafeError } from './safe-error.js';
