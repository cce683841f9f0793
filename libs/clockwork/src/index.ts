export { findClocksOf, referenceOf, viewOf } from './clock.finder.js';
export type { FoundClock } from './clock.finder.js';
export { clockQuery } from './clock-query.js';
export type { ClockQuery } from './clock-query.js';
export { clockBoard, overseenClocks, ownClocks } from './clock-reads.js';
export { clockRow } from './clock.row.js';
export { lockOpenClocks, moveClocks } from './clock.store.js';
export { clockTable } from './clock-table.js';
export { Clockwork } from './clockwork.js';
