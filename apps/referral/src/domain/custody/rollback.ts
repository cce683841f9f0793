import { done, refuse, type Outcome } from '@rujukan/kernel';
import { handOver, type Custody } from './custody.js';
import {
  apply,
  factsOf,
  take,
  type Handoff,
  type HandoffOfCase,
  type RejectionReason,
} from '../handoffs/handoff.js';
import type { AgencyId } from '../ids.js';

const day = 24 * 3_600_000;

/** As long as this after its acceptance a transfer can be rolled back. */
export const rollbackDays = 7;

/** One agency of a transfer wants the case back where it was; it is there once the other has signed. */
export interface RollbackProposal {
  readonly proposedBy: AgencyId;
  readonly proposedAt: Date;
  readonly reason: RejectionReason;
  /** The second signature, with which it took effect. */
  readonly signed?: { readonly by: AgencyId; readonly at: Date };
}

export type RollbackRefusal = 'illegal-transition' | 'case-closed' | 'stale-epoch' | 'rollback-too-late';

/** Until when both must have signed; undefined for what was never an accepted transfer. */
export function rollbackUntil({ terms, progress }: Handoff): Date | undefined {
  const { acceptedAt } = factsOf(progress);
  return terms.kind === 'transfer' && acceptedAt
    ? new Date(acceptedAt.getTime() + rollbackDays * day)
    : undefined;
}

/** A transfer that was accepted before this can be rolled back no more. */
export const rollbackLapsedBefore = (now: Date): Date => new Date(now.getTime() - rollbackDays * day);

/** Whether there is still time for the signatures. */
export function isRollbackOpen(handoff: Handoff, now: Date): boolean {
  const until = rollbackUntil(handoff);
  return until !== undefined && now <= until;
}

/** What both signatures bring about: custody under a new epoch where it was, and the transfer over. */
export interface Rollback {
  readonly before: Custody;
  readonly after: Custody;
  readonly ended: Handoff;
}

/**
 * A transfer can be rolled back soon after it and until it is completed, while the case is open, and as long as custody is
 * where this transfer put it.
 */
export function rollBack({ handoff, custody }: HandoffOfCase, now: Date): Outcome<Rollback, RollbackRefusal> {
  const decision = take(handoff, 'roll-back', now);
  if (!decision.ok) return decision;
  if (!isRollbackOpen(handoff, now)) return refuse('rollback-too-late');
  const { from, custodyEpoch } = handoff.terms;
  if (!custody || custody.epoch !== custodyEpoch + 1) return refuse('stale-epoch');
  if (custody.isClosed) return refuse('case-closed');
  return done({ before: custody, after: handOver(custody, from), ended: apply(handoff, decision.value) });
}
