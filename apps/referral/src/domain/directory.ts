import type { agencyType, capacityStatus, CodeOf, ServiceType } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { AgencyId, ServiceId } from './ids.js';

export interface Agency {
  readonly id: AgencyId;
  /** Short and stable, `uptd-ptk` for example. */
  readonly code: string;
  readonly name: string;
  readonly type: CodeOf<typeof agencyType>;
  readonly areaCode?: string;
}

export interface Service {
  readonly id: ServiceId;
  readonly agencyId: AgencyId;
  readonly type: ServiceType;
  readonly name: string;
  readonly capacity: Capacity;
}

/** Can it take another child now? */
export interface Capacity {
  readonly status: CodeOf<typeof capacityStatus>;
  readonly available?: number;
  readonly maximum?: number;
}

export type Versioned<T> = T & { readonly version: number };

/**
 * A PUT names the whole record. A new one begins at version 1, the same again changes nothing, and a different one
 * replaces only the version that was seen.
 */
export function replace<T extends object>(
  standing: Versioned<T> | undefined,
  wanted: T,
  seen: number | undefined,
): Outcome<Versioned<T>, 'precondition-required' | 'stale-version'> {
  if (!standing) return seen === undefined ? done({ ...wanted, version: 1 }) : refuse('stale-version');
  if (seen !== undefined && seen !== standing.version) return refuse('stale-version');
  if (isSame(standing, wanted)) return done(standing);
  return seen === undefined
    ? refuse('precondition-required')
    : done({ ...wanted, version: standing.version + 1 });
}

const isSame = <T extends object>({ version: _, ...standing }: Versioned<T>, wanted: T): boolean =>
  written(standing) === written(wanted);

const written = (record: object): string =>
  JSON.stringify(record, (_, value: unknown) =>
    value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
