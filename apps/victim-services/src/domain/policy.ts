import { may, type Actor } from '@rujukan/authz';
import type { CodeOf, riskLevel } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, HandoffId } from './ids.js';

export type RiskLevel = CodeOf<typeof riskLevel>;

/** What this service knows of a case: who holds it, how urgent it is, whether support still runs. */
export interface CaseFile {
  readonly caseId: CaseId;
  readonly custodianAgencyId: AgencyId;
  /** Counts changes of custody; a lower epoch is old news. */
  readonly epoch: number;
  readonly riskLevel: RiskLevel;
  readonly status: 'open' | 'closed';
}

/** Access that an accepted handoff gives, until the handoff ends. */
export interface Grant {
  readonly handoffId: HandoffId;
  readonly lawfulBasis: string;
}

/** How an agency stands to a case. Whoever has no standing does not know that the case exists. */
export type Standing =
  | {
      readonly basis: 'custodian';
      readonly file: CaseFile;
      /** Handoffs that it had accepted before the case came to it. */
      readonly grants: readonly Grant[];
    }
  | { readonly basis: 'handoff'; readonly grants: readonly [Grant, ...Grant[]] };

/** The agency behind the actor, or null for one that acts for no agency and so has no standing anywhere. */
export const agencyOf = (actor: Actor): AgencyId | null => actor.agencyId as AgencyId | null;

/** Plan and closure are the custodian's alone; another agency that works on the case may know so much. */
export function mayLead(standing: Standing): Outcome<CaseFile, 'not-custodian' | 'case-closed'> {
  if (standing.basis !== 'custodian') return refuse('not-custodian');
  return standing.file.status === 'closed' ? refuse('case-closed') : done(standing.file);
}

/**
 * Whoever serves the child records what was done, and says under which handoff. The custodian needs none;
 * an agency that works under one need not name it; under several it must.
 */
export function mayRecord(
  standing: Standing,
  named: HandoffId | undefined,
): Outcome<HandoffId | undefined, 'case-closed' | 'not-found' | 'invalid-request'> {
  const { grants } = standing;
  if (standing.basis === 'custodian' && standing.file.status === 'closed') return refuse('case-closed');
  if (named !== undefined)
    return grants.some((grant) => grant.handoffId === named) ? done(named) : refuse('not-found');
  if (standing.basis === 'custodian') return done(undefined);
  return grants.length === 1
    ? done(standing.grants[0].handoffId)
    : refuse('invalid-request', { errors: [{ in: 'body', pointer: '/handoffId', code: 'required' }] });
}

/** Four eyes: whoever asked for the closure does not approve it. */
export function mayApprove(actor: Actor, requestedBy: string): Outcome<true, 'forbidden' | 'same-person'> {
  if (!may(actor, 'closure:approve')) return refuse('forbidden');
  return actor.subject === requestedBy ? refuse('same-person') : done(true);
}

/** A note is for the agency that wrote it; the custodian learns that there is one. */
export const mayReadNote = (reader: AgencyId, author: AgencyId): boolean => reader === author;

/** Name of the rule under which something was allowed, for the audit trail. */
export const ruleOf = (standing: Standing): { policy: string; lawfulBasis?: string } =>
  standing.basis === 'custodian'
    ? { policy: 'custody' }
    : { policy: 'accepted-handoff', lawfulBasis: standing.grants[0].lawfulBasis };

export type AllowedAction = 'agree-plan' | 'record-service-event' | 'request-closure' | 'approve-closure';

/** What the actor could do next, so that a screen need not guess. Kindness, not safety: every act asks again. */
export function allowedActions(
  actor: Actor,
  standing: Standing,
  pendingClosureBy: string | undefined,
): AllowedAction[] {
  const isLeading = mayLead(standing).ok;
  const isServing = standing.basis === 'handoff' || standing.file.status === 'open';
  const possible: [AllowedAction, boolean][] = [
    ['agree-plan', isLeading && may(actor, 'support:write')],
    ['record-service-event', isServing && may(actor, 'support:write')],
    ['request-closure', isLeading && may(actor, 'closure:request') && pendingClosureBy === undefined],
    [
      'approve-closure',
      isLeading && pendingClosureBy !== undefined && mayApprove(actor, pendingClosureBy).ok,
    ],
  ];
  return possible.filter(([, isPossible]) => isPossible).map(([action]) => action);
}
