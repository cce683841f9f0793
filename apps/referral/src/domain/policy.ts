import { may, type Actor } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Custody, KnownCase } from './custody/custody.js';
import type { Party } from './handoffs/envelope.js';
import type { Handoff, HandoffOfCase } from './handoffs/handoff.js';
import { isBy, type HandoffAction } from './handoffs/machine.js';

/**
 * Where the actor's agency stands; undefined for every other agency, to which the handoff does not exist, and for the
 * receiver of a draft, which was never sent.
 */
export function sideOf(
  actor: Actor,
  { terms, progress }: Pick<Handoff, 'terms' | 'progress'>,
): Party | undefined {
  if (actor.agencyId === terms.from) return 'sender';
  return actor.agencyId === terms.to && progress.status !== 'draft' ? 'receiver' : undefined;
}

/**
 * Only the custodian hands off. An agency that may know of the case is told so; to any other there is no case. Who says
 * under which epoch it writes is stopped when custody has moved since, even if it has come back.
 */
export function mayRequest(
  actor: Actor,
  known: KnownCase | undefined,
  hasAccess: boolean,
  epoch?: number,
): Outcome<KnownCase, 'not-found' | 'not-custodian' | 'stale-epoch'> {
  if (!known || !mayReadCustody(actor, known.custody, hasAccess)) return refuse('not-found');
  if (known.custody.custodian !== actor.agencyId) return refuse('not-custodian');
  return epoch === undefined || epoch === known.custody.epoch ? done(known) : refuse('stale-epoch');
}

/** Who agreed to what is kept by whoever answers for the case. */
export const mayKeepConsents = (
  actor: Actor,
  found: { readonly known: KnownCase | undefined; readonly hasAccess: boolean },
): ReturnType<typeof mayRequest> => mayRequest(actor, found.known, found.hasAccess);

/** Whoever works on the case records what happened around it; the end of the case ends neither duties nor their record. */
export const mayRecordMilestones = (
  actor: Actor,
  { known, hasAccess }: { readonly known: KnownCase | undefined; readonly hasAccess: boolean },
): Outcome<KnownCase, 'not-found'> =>
  known && mayReadCustody(actor, known.custody, hasAccess) ? done(known) : refuse('not-found');

/** Only the receiver answers, and only what it saw: a version that has moved on must be read again. */
export const mayAnswer = (
  actor: Actor,
  found: HandoffOfCase | undefined,
  version: number,
): Outcome<HandoffOfCase, StepRefusal> => mayTake('accept', actor, found, version);

export type StepRefusal = 'not-found' | 'not-receiver' | 'not-sender' | 'stale-version';

/** Each action is one side's, as the machine says, and is taken on what that side saw. */
export function mayTake(
  action: HandoffAction,
  actor: Actor,
  found: HandoffOfCase | undefined,
  version: number,
): Outcome<HandoffOfCase, StepRefusal> {
  const side = found && sideOf(actor, found.handoff);
  if (!found || !side) return refuse('not-found');
  if (!isBy(action, side)) return refuse(side === 'sender' ? 'not-receiver' : 'not-sender');
  return found.handoff.version === version ? done(found) : refuse('stale-version');
}

/** The rule by which the actor reads the ledger of a case: its custodian's people, and auditors. */
export function ledgerRule(actor: Actor, custody: Custody | undefined): 'custody' | 'audit' | undefined {
  if (!custody) return undefined;
  if (custody.custodian === actor.agencyId) return 'custody';
  return may(actor, 'audit:read') ? 'audit' : undefined;
}

/** How it goes is the receiver's to say, whatever version it last saw. */
export function mayGiveFeedback(
  actor: Actor,
  found: HandoffOfCase | undefined,
): Outcome<HandoffOfCase, 'not-found' | 'not-receiver'> {
  const side = found && sideOf(actor, found.handoff);
  if (!found || !side) return refuse('not-found');
  return side === 'receiver' ? done(found) : refuse('not-receiver');
}

/** The desk is the receiver's own: the sender learns what is decided and not by whom. */
export function atDesk(
  actor: Actor,
  found: HandoffOfCase | undefined,
): Outcome<Handoff, 'not-found' | 'not-receiver'> {
  const side = found && sideOf(actor, found.handoff);
  if (!found || !side) return refuse('not-found');
  return side === 'receiver' ? done(found.handoff) : refuse('not-receiver');
}

/** An offer stands as long as the custody under which it was made, and its case is open. */
export function heldAsOffered({
  handoff,
  custody,
}: HandoffOfCase): Outcome<Custody, 'case-closed' | 'stale-epoch'> {
  if (!custody || custody.isClosed) return refuse('case-closed');
  return custody.epoch === handoff.terms.custodyEpoch ? done(custody) : refuse('stale-epoch');
}

/** The custodian, and whoever works on the case under an accepted referral. A former custodian is a stranger. */
export const mayReadCustody = (actor: Actor, custody: Custody, hasAccess: boolean): boolean =>
  custody.custodian === actor.agencyId || hasAccess;
