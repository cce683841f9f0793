import { take, apply, referOnward, type Handoff, type PlainAction } from './handoff.js';
import type { AgencyId } from '../ids.js';

/** What follows from another's step: a handoff one version on, on whose word, and what is told of it. */
export interface Followed {
  readonly handoff: Handoff;
  readonly by: AgencyId;
}

/** Another of those who were asked accepted first: the sender's word, given with the open request, takes this one back. */
export const withdrawn = (other: Handoff, now: Date): Followed | undefined =>
  follow(other, 'recall', { by: other.terms.from, now });

/** Whoever it was passed on to has accepted: the one who passed it on is out. Not if it has begun meanwhile to serve. */
export function passedOn(parent: Handoff, now: Date): Followed | undefined {
  const decision = referOnward(parent, now);
  return decision.ok ? { handoff: apply(parent, decision.value), by: parent.terms.to } : undefined;
}

/**
 * What the old custodian had asked of the new one: the new one owes it to nobody now. Recalled before acceptance;
 * afterwards asked to stop and stopped, both by the word with which the transfer was offered and taken.
 */
export function lapsed(handoff: Handoff, now: Date): Followed[] {
  const { from, to } = handoff.terms;
  const recalled = follow(handoff, 'recall', { by: from, now });
  if (recalled) return [recalled];
  const asked = follow(handoff, 'request-cancel', { by: from, now });
  const stopped = follow(asked?.handoff ?? handoff, 'cancel', { by: to, now });
  return [asked, stopped].filter((one) => one !== undefined);
}

/** Never sent: the new custodian writes its own. */
export const dropped = (draft: Handoff, now: Date): Followed | undefined =>
  follow(draft, 'enter-in-error', { by: draft.terms.from, now });

function follow(
  handoff: Handoff,
  action: PlainAction,
  { by, now }: { readonly by: AgencyId; readonly now: Date },
): Followed | undefined {
  const decision = take(handoff, action, now);
  return decision.ok ? { handoff: apply(handoff, decision.value), by } : undefined;
}
