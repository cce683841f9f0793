import type { CodeOf, erasureBasis } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';

/** Who did it, as a certificate may say it: by role and agency. */
export interface Signatory {
  readonly subject: string;
  readonly roles: readonly string[];
  readonly at: Date;
}

/** What was destroyed, so that others can find it missing and the log whole. */
export interface Destroyed {
  readonly details: number;
  /** First and last entry whose detail it was; absent while none of them is in the log yet. */
  readonly firstSeq?: number;
  readonly lastSeq?: number;
  /** SHA-256 over the hashes of the details in the order of their bytes. */
  readonly digest: Buffer;
}

/** requested -> done */
export interface Erasure {
  readonly id: string;
  readonly agencyId: string;
  readonly caseId: string;
  readonly version: number;
  readonly status: 'requested' | 'done';
  readonly basis: CodeOf<typeof erasureBasis>;
  readonly requested: Signatory;
}

/** An erasure that a second person approved and that was carried out. */
export interface DoneErasure extends Erasure {
  readonly status: 'done';
  readonly approved: Signatory;
  readonly destroyed: Destroyed;
}

/** Bases that rest on what the person asked for: the register must show that it was granted. */
const onRequest: readonly Erasure['basis'][] = ['subject-request', 'consent-withdrawn'];

interface Standing {
  readonly isHeld: boolean;
  /** The person's own request was granted. */
  readonly isGranted: boolean;
  /** The time for which the agency keeps this case is over. */
  readonly isOver: boolean;
}

export function requestErasure(
  wanted: Pick<Erasure, 'id' | 'agencyId' | 'caseId' | 'basis' | 'requested'>,
  { isHeld, isGranted, isOver }: Standing,
): Outcome<Erasure, 'case-on-hold' | 'request-not-granted' | 'retention-not-over'> {
  if (isHeld) return refuse('case-on-hold');
  if (onRequest.includes(wanted.basis) && !isGranted) return refuse('request-not-granted');
  if (wanted.basis === 'retention-ended' && !isOver) return refuse('retention-not-over');
  return done({ ...wanted, version: 1, status: 'requested' });
}

/** Nobody destroys alone, and nothing that a legal process needs. */
export function mayErase(
  erasure: Erasure,
  { subject, isHeld }: { readonly subject: string; readonly isHeld: boolean },
): Outcome<true, 'erasure-done' | 'same-person' | 'case-on-hold'> {
  if (erasure.status === 'done') return refuse('erasure-done');
  if (erasure.requested.subject === subject) return refuse('same-person');
  return isHeld ? refuse('case-on-hold') : done(true);
}

export const carriedOut = (erasure: Erasure, approved: Signatory, destroyed: Destroyed): DoneErasure => ({
  ...erasure,
  version: erasure.version + 1,
  status: 'done',
  approved,
  destroyed,
});
