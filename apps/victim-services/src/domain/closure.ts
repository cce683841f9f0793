import type { closureReason, CodeOf } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, ClosureId } from './ids.js';
import type { CaseFile } from './policy.js';

export type ClosureReason = CodeOf<typeof closureReason>;

interface Shared {
  readonly id: ClosureId;
  readonly caseId: CaseId;
  readonly agencyId: AgencyId;
  readonly reason: ClosureReason;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly version: number;
}

/** requested -> approved | lapsed. A request lapses when custody moves: another agency, another decision. */
export type Closure = Shared &
  (
    | { readonly status: 'requested' }
    | { readonly status: 'approved'; readonly approvedBy: string; readonly approvedAt: Date }
    | { readonly status: 'lapsed'; readonly lapsedAt: Date }
  );

/** What must be known of a case before it is closed. */
export interface Readiness {
  readonly file: CaseFile;
  readonly hasPlan: boolean;
  readonly openHandoffs: number;
}

export type NotReady = 'plan-missing' | 'handoffs-open' | 'closure-not-allowed-at-high-risk';

/** Is nothing owed to the child any more? Asked when closure is requested, and again when it is approved. */
export function ready(
  reason: ClosureReason,
  { file, hasPlan, openHandoffs }: Readiness,
): Outcome<true, NotReady> {
  if (needsPlan(reason) && !hasPlan) return refuse('plan-missing');
  if (openHandoffs > 0) return refuse('handoffs-open', { openHandoffs });
  if (reason === 'child-withdrew' && isTooRisky(file)) return refuse('closure-not-allowed-at-high-risk');
  return done(true);
}

/** May closure be asked for, with this reason and note? */
export function request(
  asked: { readonly reason: ClosureReason; readonly note?: string | undefined },
  readiness: Readiness,
  hasPending: boolean,
): Outcome<true, NotReady | 'closure-already-requested' | 'invalid-request'> {
  if (hasPending) return refuse('closure-already-requested');
  if (needsNote(asked.reason) && !asked.note)
    return refuse('invalid-request', { errors: [{ in: 'body', pointer: '/note', code: 'required' }] });
  return ready(asked.reason, readiness);
}

/**
 * Closes the case, unless something is still owed to the child.
 *
 * @param seen version of the request that the approver had read.
 */
export function approve(
  closure: Closure,
  readiness: Readiness,
  seen: number,
): Outcome<true, NotReady | 'stale-version' | 'closure-not-requested'> {
  if (closure.version !== seen) return refuse('stale-version', { currentVersion: closure.version });
  if (closure.status !== 'requested') return refuse('closure-not-requested');
  return ready(closure.reason, readiness);
}

/** A child who walks away while in danger is not let go. Risk that nobody assessed counts as high. */
const isTooRisky = ({ riskLevel }: CaseFile): boolean => riskLevel === 'high' || riskLevel === 'unassessed';

/** Where the code alone does not say enough for the person who must approve. */
const needsNote = (reason: ClosureReason): boolean =>
  reason === 'other-with-reason' || reason === 'child-withdrew' || reason === 'turned-18-adult-service';

/** Where it turned out that there was no child to support, a plan would be an invention. */
const needsPlan = (reason: ClosureReason): boolean =>
  reason !== 'not-a-child' && reason !== 'unfounded' && reason !== 'duplicate-merged';
