export { done, refuse } from './outcome.js';
export type { Done, Outcome, Refusal } from './outcome.js';
export type { Brand } from './brand.js';
export type { Clock } from './clock.js';
export { Destroyed } from './destroyed.js';
