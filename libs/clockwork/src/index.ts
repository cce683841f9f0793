export { boardOf, findClocks, findClocksOf, pseudonymOf, referenceOf, viewOf } from './clock.finder.js';
export type { BoardGroup, ClockView, FoundClock } from './clock.finder.js';
export { clockQuery, pageOf, positionIn } from './clock-query.js';
export type { ClockQuery } from './clock-query.js';
export { clockRow } from './clock.row.js';
export { lockOpenClocks, moveClocks } from './clock.store.js';
export { clockTable } from './clock-table.js';
export { Clockwork } from './clockwork.js';
