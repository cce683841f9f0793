import { ProblemReply } from './call-api.js';

let lastActAt = -Infinity;

/** Somebody here has just done something. What one service decided, another knows a moment later. */
export function noteAct(): void {
  lastActAt = performance.now();
}

const patienceMs = 10_000;

/** Not there yet, it seems, rather than not there: the person has just made it so. */
export const maySoonBeThere = (error: Error): boolean =>
  error instanceof ProblemReply && error.status === 404 && performance.now() - lastActAt < patienceMs;
