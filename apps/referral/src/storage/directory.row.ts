import type {
  agencyType,
  capacityStatus,
  capacityUnit,
  CodeOf,
  serviceStatus,
  ServiceType,
} from '@rujukan/contracts';
import { EntitySchema } from 'typeorm';
import type { Sex } from '../domain/custody/custody.js';
import type { Address } from '../domain/directory/directory.js';
import type { OpeningHours } from '../domain/directory/opening-hours.js';

// The keys of a row are the names of its columns, so that an entity and plain SQL give the same shape.

export interface AgencyRow {
  id: string;
  code: string;
  name: string;
  type: CodeOf<typeof agencyType>;
  area_code: string | null;
  version: number;
}

export const agencyRow = new EntitySchema<AgencyRow>({
  name: 'agency',
  columns: {
    id: { type: 'uuid', primary: true },
    code: { type: 'text', unique: true },
    name: { type: 'text' },
    type: { type: 'text' },
    area_code: { type: 'text', nullable: true },
    version: { type: 'int', default: 1 },
  },
});

export interface ServiceRow {
  id: string;
  agency_id: string;
  type: ServiceType;
  name: string;
  status: CodeOf<typeof serviceStatus>;
  min_age: number | null;
  max_age: number | null;
  sex: Sex[];
  areas: string[];
  languages: string[];
  disability_access: boolean | null;
  opening_hours: OpeningHours[];
  capacity_status: CodeOf<typeof capacityStatus>;
  capacity_available: number | null;
  capacity_maximum: number | null;
  capacity_unit: CodeOf<typeof capacityUnit> | null;
  capacity_next_available: string | null;
  capacity_confirmed_at: Date | null;
  version: number;
}

export const serviceRow = new EntitySchema<ServiceRow>({
  name: 'service',
  columns: {
    id: { type: 'uuid', primary: true },
    agency_id: { type: 'uuid' },
    type: { type: 'text' },
    name: { type: 'text' },
    status: { type: 'text' },
    min_age: { type: 'int', nullable: true },
    max_age: { type: 'int', nullable: true },
    sex: { type: 'text', array: true },
    areas: { type: 'text', array: true },
    languages: { type: 'text', array: true },
    disability_access: { type: 'boolean', nullable: true },
    opening_hours: { type: 'jsonb' },
    capacity_status: { type: 'text' },
    capacity_available: { type: 'int', nullable: true },
    capacity_maximum: { type: 'int', nullable: true },
    capacity_unit: { type: 'text', nullable: true },
    capacity_next_available: { type: 'date', nullable: true },
    capacity_confirmed_at: { type: 'timestamptz', nullable: true },
    version: { type: 'int', default: 1 },
  },
});

/** SQL: whom a service is for, as the domain has it. */
export const eligibilityOf = `jsonb_strip_nulls(jsonb_build_object('minAge', min_age, 'maxAge', max_age,
  'sex', sex, 'areas', areas, 'languages', languages, 'disabilityAccess', disability_access))`;

export interface AgreementRow {
  id: string;
  number: string;
  title: string;
  version: number;
}

export const agreementRow = new EntitySchema<AgreementRow>({
  name: 'agreement',
  columns: {
    id: { type: 'uuid', primary: true },
    number: { type: 'text' },
    title: { type: 'text' },
    version: { type: 'int' },
  },
});

export interface AgreementPartyRow {
  agreement_id: string;
  agency_id: string;
  valid_from: string;
  valid_until: string;
}

export const agreementPartyRow = new EntitySchema<AgreementPartyRow>({
  name: 'agreement_party',
  columns: {
    agreement_id: { type: 'uuid', primary: true },
    agency_id: { type: 'uuid', primary: true },
    valid_from: { type: 'date' },
    valid_until: { type: 'date' },
  },
});

export interface LocationRow {
  id: string;
  agency_id: string;
  name: string;
  address: Address;
  area_code: string;
  is_confidential: boolean;
  service_ids: string[];
  version: number;
}

/** Row security shows a confidential one to its own agency only. */
export const locationRow = new EntitySchema<LocationRow>({
  name: 'location',
  columns: {
    id: { type: 'uuid', primary: true },
    agency_id: { type: 'uuid' },
    name: { type: 'text' },
    address: { type: 'jsonb' },
    area_code: { type: 'text' },
    is_confidential: { type: 'boolean' },
    service_ids: { type: 'uuid', array: true },
    version: { type: 'int' },
  },
});
