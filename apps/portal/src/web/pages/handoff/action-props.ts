import type { Handoff } from '../../data/handoffs.js';

/** What each way to answer a handoff is given. */
export interface ActionProps {
  readonly handoff: Handoff;
  readonly onDone: () => Promise<unknown>;
  readonly onBack: () => void;
}
