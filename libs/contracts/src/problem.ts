import type { Display } from './codes/code-list.js';

/** A refusal as it is told: the HTTP status, and what happened and what to do next. */
export interface Problem {
  readonly status: number;
  readonly title: Display;
}
