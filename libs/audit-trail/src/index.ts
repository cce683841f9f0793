export { auditEntry, auditTopic, maxEntryBytes } from './entry.js';
export type { AuditOutcome, Disclosure, EntityRef } from './entry.js';
export { Trail } from './trail.js';
