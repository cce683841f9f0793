export { event } from './event.js';
export type { EventType, OutgoingEvent, ReceivedEvent } from './event.js';
export { appendToOutbox, appendToOutboxSql, outboxParameters, toOutboxRows } from './outbox.js';
export type { Envelope, OutboxRow } from './outbox.js';
export { validatorFor } from './schema-validator.js';
export { messagingTables } from './tables.js';
