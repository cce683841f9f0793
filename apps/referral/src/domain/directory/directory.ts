import type { agencyType, CodeOf, serviceStatus, ServiceType } from '@rujukan/contracts';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { Capacity, Stated } from './capacity.js';
import type { Eligibility } from './eligibility.js';
import type { AgencyId, LocationId, ServiceId } from '../ids.js';
import type { OpeningHours } from './opening-hours.js';

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
  readonly status: CodeOf<typeof serviceStatus>;
  readonly eligibility: Eligibility;
  /** Empty where nobody has said. */
  readonly openingHours: readonly OpeningHours[];
  readonly capacity: Stated;
}

/** A service as it stands, with what is known of its room. */
export type KnownService = Versioned<Omit<Service, 'capacity'> & { readonly capacity: Capacity }>;

/** Where services are given. The address of a confidential one is seen by the agency that has it and by nobody else. */
export interface Location {
  readonly id: LocationId;
  readonly agencyId: AgencyId;
  readonly name: string;
  readonly address: Address;
  readonly areaCode: string;
  readonly isConfidential: boolean;
  readonly serviceIds: readonly ServiceId[];
}

export interface Address {
  readonly street: string;
  readonly city: string;
  readonly province: string;
  readonly postalCode: string;
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
