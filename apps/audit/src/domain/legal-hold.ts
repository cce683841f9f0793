import type { CodeOf, holdBasis } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';

/** placed -> released */
export interface LegalHold {
  readonly id: string;
  readonly agencyId: string;
  readonly caseId: string;
  readonly version: number;
  readonly status: 'placed' | 'released';
  readonly basis: CodeOf<typeof holdBasis>;
  readonly placedAt: Date;
  readonly releasedAt?: Date;
}

export const placeHold = (
  hold: Pick<LegalHold, 'id' | 'agencyId' | 'caseId' | 'basis' | 'placedAt'>,
): LegalHold => ({
  ...hold,
  version: 1,
  status: 'placed',
});

export function releaseHold(hold: LegalHold, now: Date): Outcome<LegalHold, 'hold-released'> {
  if (hold.status === 'released') return refuse('hold-released');
  return done({ ...hold, version: hold.version + 1, status: 'released', releasedAt: now });
}
