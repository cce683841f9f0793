import type { AgreementState } from '../agreements/agreement.js';
import { asKnown, type Capacity, type CapacityStatus } from './capacity.js';
import type { Agency, KnownService } from './directory.js';
import { isEligible, mismatches, type Mismatch, type Need } from './eligibility.js';
import { isOpenAt } from './opening-hours.js';

/** A service that might be asked, and how its agency stands to the one that looks for it. */
export interface Candidate {
  readonly service: KnownService;
  readonly agency: Agency;
  readonly agreement: AgreementState;
}

/** How well a service fits a need. */
export interface Fit {
  readonly candidate: Candidate;
  /** As far as it is known now. */
  readonly capacity: Capacity;
  /** Undefined where nobody has said when it is open. */
  readonly isOpenNow: boolean | undefined;
  /** Everything that speaks against it, the gravest first; empty where it fits. */
  readonly reasons: readonly Mismatch[];
  /** Would a request be refused? */
  readonly mayBeAsked: boolean;
}

export function judge(need: Need, candidate: Candidate, now: Date): Fit {
  const { service, agreement } = candidate;
  const capacity = asKnown(service.capacity, service.type, now);
  const isGiven = service.status === 'active';
  const reasons: Mismatch[] = [
    ...(isGiven ? [] : (['service-not-given'] as const)),
    ...(agreement === 'valid' ? [] : ([`agreement-${agreement}`] as const)),
    ...mismatches(need, service.eligibility),
    ...(capacity.status === 'no-capacity' ? (['no-capacity'] as const) : []),
  ];
  return {
    candidate,
    capacity,
    isOpenNow: isOpenAt(service.openingHours, now),
    reasons,
    mayBeAsked: isGiven && agreement === 'valid' && isEligible(need, service.eligibility),
  };
}

/** Best first: what fits before what does not, room before doubt, open before closed, near before far. */
export const inOrder = (need: Need, fits: readonly Fit[]): Fit[] =>
  [...fits].sort((one, other) => compare(rank(need, one), rank(need, other)));

/** Whom to ask next: the best one that fits in every way. */
export const nextProvider = (need: Need, candidates: readonly Candidate[], now: Date): Fit | undefined =>
  inOrder(
    need,
    candidates.map((candidate) => judge(need, candidate, now)),
  ).find(({ reasons }) => reasons.length === 0);

const byCapacity: Record<CapacityStatus, number> = {
  capacity: 0,
  'additional-assessment-required': 1,
  unknown: 2,
  waitlist: 3,
  'no-capacity': 4,
};

const rank = (need: Need, { candidate, capacity, isOpenNow, reasons, mayBeAsked }: Fit): Rank => [
  mayBeAsked ? 0 : 1,
  reasons.length,
  byCapacity[capacity.status],
  isOpenNow === false ? 1 : 0,
  distance(need.areaCode, candidate.agency.areaCode),
  -(capacity.available ?? 0),
  candidate.agency.code,
  candidate.service.id,
];

type Rank = readonly (number | string)[];

function compare(one: Rank, other: Rank): number {
  const index = one.findIndex((value, at) => value !== other[at]);
  if (index < 0) return 0;
  return one[index]! < other[index]! ? -1 : 1;
}

/** By what two Kemendagri codes share: kecamatan, city, province, nothing. */
function distance(one: string | undefined, other: string | undefined): number {
  if (one === undefined || other === undefined) return 3;
  if (one === other) return 0;
  if (one.slice(0, 5) === other.slice(0, 5)) return 1;
  return one.slice(0, 2) === other.slice(0, 2) ? 2 : 3;
}
