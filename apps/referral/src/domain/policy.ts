import { may, type Actor } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Custody, KnownCase } from './custody.js';
import type { Party } from './envelope.js';
import type { HandoffOfCase, Terms } from './handoff.js';

/** Where the actor's agency stands; undefined for every other agency, to which the handoff does not exist. */
export function sideOf(actor: Actor, terms: Pick<Terms, 'from' | 'to'>): Party | undefined {
  if (actor.agencyId === terms.from) return 'sender';
  return actor.agencyId === terms.to ? 'receiver' : undefined;
}

/** Only the custodian hands off. An agency that may know of the case is told so; to any other there is no case. */
export function mayRequest(
  actor: Actor,
  known: KnownCase | undefined,
  hasAccess: boolean,
): Outcome<KnownCase, 'not-found' | 'not-custodian'> {
  if (!known || !mayReadCustody(actor, known.custody, hasAccess)) return refuse('not-found');
  return known.custody.custodian === actor.agencyId ? done(known) : refuse('not-custodian');
}

/** Who agreed to what is kept by whoever answers for the case. */
export const mayKeepConsents = (
  actor: Actor,
  found: { readonly known: KnownCase | undefined; readonly hasAccess: boolean },
): ReturnType<typeof mayRequest> => mayRequest(actor, found.known, found.hasAccess);

/** Only the receiver answers, and only what it saw: a version that has moved on must be read again. */
export function mayAnswer(
  actor: Actor,
  found: HandoffOfCase | undefined,
  version: number,
): Outcome<HandoffOfCase, 'not-found' | 'not-receiver' | 'stale-version'> {
  const side = found && sideOf(actor, found.handoff.terms);
  if (!found || !side) return refuse('not-found');
  if (side === 'sender') return refuse('not-receiver');
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
  const side = found && sideOf(actor, found.handoff.terms);
  if (!found || !side) return refuse('not-found');
  return side === 'receiver' ? done(found) : refuse('not-receiver');
}

/** The custodian, and whoever works on the case under an accepted referral. A former custodian is a stranger. */
export const mayReadCustody = (actor: Actor, custody: Custody, hasAccess: boolean): boolean =>
  custody.custodian === actor.agencyId || hasAccess;
