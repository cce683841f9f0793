import type { Handoff } from './handoffs.js';

/** The handoff that took the place of a declined one: same case, same need, asked later. */
export const successorOf = (declined: Handoff, all: readonly Handoff[]): Handoff | undefined =>
  all.find(
    (other) =>
      other.caseId === declined.caseId &&
      other.serviceType === declined.serviceType &&
      other.requestedAt > declined.requestedAt,
  );
