import type { capacityStatus, capacityUnit, CodeOf, ServiceType } from '@rujukan/contracts';

export type CapacityStatus = CodeOf<typeof capacityStatus>;

/** What a provider says of its room: can it take another child now? */
export interface Stated {
  readonly status: CapacityStatus;
  readonly available?: number;
  readonly maximum?: number;
  readonly unit?: CodeOf<typeof capacityUnit>;
  /** Day on which room is expected, `2025-11-03`. */
  readonly nextAvailable?: string;
}

/** What is known of it. */
export interface Capacity extends Stated {
  /** When the provider last said so; absent where it never did. */
  readonly confirmedAt?: Date;
}

const hour = 3_600_000;

// A bed is taken in an hour; the calendar of a lawyer or of a school fills in weeks.
const freshForHours: Partial<Record<ServiceType, number>> = { 'emergency-shelter': 24 };
const otherwise = 7 * 24;

/** What may still be relied on: what was said too long ago, or never, is not known. */
export function asKnown(capacity: Capacity, type: ServiceType, now: Date): Capacity {
  const { confirmedAt, maximum, unit } = capacity;
  const limit = (freshForHours[type] ?? otherwise) * hour;
  if (confirmedAt && now.getTime() - confirmedAt.getTime() <= limit) return capacity;
  return {
    status: 'unknown',
    ...(maximum === undefined ? {} : { maximum }),
    ...(unit === undefined ? {} : { unit }),
    ...(confirmedAt === undefined ? {} : { confirmedAt }),
  };
}

/** Nobody has more places free than there are. */
export const isPlausible = ({ available, maximum }: Pick<Stated, 'available' | 'maximum'>): boolean =>
  (available ?? 0) <= (maximum ?? available ?? 0);

/** Room is stated whole; `at` is when it was said. */
export const confirm = (stated: Stated, at: Date): Capacity => ({ ...stated, confirmedAt: at });

/** What was said, without when. */
export const statedIn = ({ confirmedAt: _, ...stated }: Capacity): Stated => stated;

export const isSaidAgain = (before: Capacity, stated: Stated): boolean =>
  before.status === stated.status &&
  before.available === stated.available &&
  before.maximum === stated.maximum &&
  before.unit === stated.unit &&
  before.nextAvailable === stated.nextAvailable;
