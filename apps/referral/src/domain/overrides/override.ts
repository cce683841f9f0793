import type { CodeOf, overrideReason, overrideStatus, ServiceType } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, CaseId, OverrideId } from '../ids.js';

/** Bases that weigh interests, so that somebody's no has to be weighed too. Law and court need not ask. */
export const weighingBases = ['vital-interest', 'public-task'] as const;
export type WeighingBasis = (typeof weighingBases)[number];

/** One handoff that may go out although somebody entitled said no: two people of the custodian answer for it. */
export interface Override {
  readonly id: OverrideId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly status: CodeOf<typeof overrideStatus>;
  readonly agencyId: AgencyId;
  readonly basis: WeighingBasis;
  readonly to: AgencyId;
  readonly serviceType: ServiceType;
  readonly reason: CodeOf<typeof overrideReason>;
  /** Account of whoever asked (pseudonym). */
  readonly proposedBy: string;
  readonly proposedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
}

export type Proposal = Pick<Override, 'basis' | 'to' | 'serviceType' | 'reason'>;

/** An approval is for what is urgent; later, somebody has to look again. */
const usableFor = 72 * 3_600_000;

export const propose = (
  birth: Pick<Override, 'id' | 'caseId' | 'agencyId' | 'proposedBy'>,
  proposal: Proposal,
  now: Date,
): Override => ({ ...birth, ...proposal, version: 1, status: 'proposed', proposedAt: now });

/** The second person says yes or no, once. */
export function decide(
  override: Override,
  by: string,
  verdict: 'approved' | 'refused',
  now: Date,
): Outcome<Override, 'same-person' | 'override-already-decided'> {
  if (override.status !== 'proposed') return refuse('override-already-decided');
  if (override.proposedBy === by) return refuse('same-person');
  return done({
    ...override,
    version: override.version + 1,
    status: verdict,
    decidedBy: by,
    decidedAt: now,
  });
}

/** True when it was approved for just this and may still be used. */
export const permits = (
  override: Override,
  wanted: { readonly basis: string; readonly to: AgencyId; readonly serviceType: ServiceType },
  now: Date,
): boolean =>
  override.status === 'approved' &&
  override.basis === wanted.basis &&
  override.to === wanted.to &&
  override.serviceType === wanted.serviceType &&
  override.decidedAt !== undefined &&
  now.getTime() - override.decidedAt.getTime() < usableFor;
