export { auditEntry, auditTopic, maxEntryBytes } from './entry.js';
export type { AuditOutcome } from './entry.js';
export { Trail } from './trail.js';
export type { DetailRef, Disclosure, EntityRef } from './trail.js';
export type { Facts } from './facts.js';
