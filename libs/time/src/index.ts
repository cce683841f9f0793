export { clockFrom, movableClock, systemClock } from './clock.js';
export { CLOCK } from './clock.token.js';
