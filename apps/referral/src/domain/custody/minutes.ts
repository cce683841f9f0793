import type { CodeOf, handedOverItem } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { factsOf, type Handoff } from '../handoffs/handoff.js';
import type { AgencyId } from '../ids.js';

export type HandedOverItem = CodeOf<typeof handedOverItem>;

/** What was handed over, and when: the same words for both who sign. */
export interface Handover {
  readonly handedOverAt: Date;
  readonly items: readonly HandedOverItem[];
}

export interface Signature {
  readonly agency: AgencyId;
  /** Account of whoever signed (pseudonym). */
  readonly by: string;
  readonly at: Date;
}

/** Minutes of the handover of a transferred case: one agency writes and signs, the other signs the same. */
export interface Minutes extends Handover {
  readonly signatures: readonly [Signature] | readonly [Signature, Signature];
}

export type MinutesRefusal = 'no-handover' | 'handover-at-another-time' | 'minutes-differ' | 'already-signed';

/** The first signature writes the minutes, the second is that of the other agency under the very same; there is no third. */
export function sign(
  handoff: Handoff,
  written: Minutes | undefined,
  { handedOverAt, items }: Handover,
  signature: Signature,
): Outcome<Minutes, MinutesRefusal> {
  const { acceptedAt } = factsOf(handoff.progress);
  if (handoff.terms.kind !== 'transfer' || !acceptedAt) return refuse('no-handover');
  if (!written) {
    // Nobody hands over what nobody has accepted, or what has not happened yet.
    if (handedOverAt < acceptedAt || handedOverAt > signature.at) return refuse('handover-at-another-time');
    return done({ handedOverAt, items: [...new Set(items)].sort(), signatures: [signature] });
  }
  const [first, second] = written.signatures;
  if (second || first.agency === signature.agency) return refuse('already-signed');
  if (!isSame(written, { handedOverAt, items })) return refuse('minutes-differ');
  return done({ ...written, signatures: [first, signature] });
}

const isSame = (one: Handover, other: Handover): boolean =>
  one.handedOverAt.getTime() === other.handedOverAt.getTime() &&
  [...new Set(other.items)].sort().join() === one.items.join();
