import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Handoff } from './handoff.js';
import { isFinal } from './machine.js';

/**
 * Whoever takes it says so; the same person again changes nothing. A claim binds nobody else's hands: at night whoever is
 * there answers.
 */
export function claim(
  handoff: Handoff,
  worker: string,
): Outcome<Handoff, 'already-claimed' | 'handoff-over'> {
  if (isFinal(handoff.progress.status)) return refuse('handoff-over');
  const { claimedBy = worker } = handoff;
  return claimedBy === worker ? done({ ...handoff, claimedBy: worker }) : refuse('already-claimed');
}

/** Given to a worker, or back to the desk. */
export function assign(handoff: Handoff, worker: string | undefined): Outcome<Handoff, 'handoff-over'> {
  if (isFinal(handoff.progress.status)) return refuse('handoff-over');
  const { claimedBy: _, ...unclaimed } = handoff;
  return done(worker === undefined ? unclaimed : { ...unclaimed, claimedBy: worker });
}
