import { createHash } from 'node:crypto';
import {
  agencyType,
  capacityStatus,
  regions,
  serviceType,
  sex,
  type CodeList,
  type RegionCode,
} from '@rujukan/contracts';
import type { Agency, KnownService, Location } from './directory.js';
import { localTime } from '../local-time.js';
import { weekdays, type OpeningHours } from './opening-hours.js';

// The directory in the shape of the Human Services Data Specification 3.0 (Open Referral). Members are named as there.

export interface HsdsOrganization {
  readonly id: string;
  readonly name: string;
  readonly alternate_name: string;
  readonly description: string;
}

interface HsdsTerm {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly description: string;
  readonly taxonomy: string;
  readonly language: string;
  readonly term_uri: string;
}

interface HsdsAttribute {
  readonly id: string;
  readonly link_id: string;
  readonly link_entity: 'service';
  readonly value: string;
  readonly taxonomy_term: HsdsTerm;
}

type HsdsStatus = Exclude<KnownService['status'], 'temporarily-closed'> | 'temporarily closed';

export interface HsdsService {
  readonly id: string;
  readonly organization_id: string;
  readonly name: string;
  readonly description: string;
  readonly status: HsdsStatus;
  readonly eligibility_description: string;
  readonly minimum_age?: number;
  readonly maximum_age?: number;
  /** Day on which the provider last said whether it has room. */
  readonly assured_date?: string;
  readonly schedules: readonly object[];
  readonly languages: readonly object[];
  readonly service_areas: readonly object[];
  readonly attributes: readonly HsdsAttribute[];
  readonly organization: HsdsOrganization;
}

export interface HsdsServiceAtLocation {
  readonly id: string;
  readonly location_id: string;
  readonly location: object;
  readonly service: HsdsService;
}

/** Parts of a record have no id of their own here: one is made of what they are, always the same. */
export function partId(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('|')).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const taxonomyLists: readonly (CodeList<string> & { readonly about: string })[] = [
  { ...serviceType, about: 'Jenis layanan' },
  { ...capacityStatus, about: 'Ketersediaan tempat' },
];

export const taxonomies = taxonomyLists.map(({ system, about }) => ({
  id: partId(system),
  name: system.replace('urn:rujukan:code:', ''),
  description: about,
  uri: system,
  language: 'id',
}));

export const taxonomyTerms: readonly HsdsTerm[] = taxonomyLists.flatMap((list) =>
  list.codes.map((code) => termOf(list, code)),
);

function termOf({ system, display }: CodeList<string>, code: string): HsdsTerm {
  return {
    id: partId(system, code),
    code,
    name: display[code]!.id,
    description: display[code]!.en,
    taxonomy: system.replace('urn:rujukan:code:', ''),
    language: 'id',
    term_uri: `${system}:${code}`,
  };
}

/** The kind of service that a term stands for, if it stands for one. */
export const serviceTypeOf = (termId: string): KnownService['type'] | undefined =>
  serviceType.codes.find((code) => partId(serviceType.system, code) === termId);

export const toOrganization = ({ id, code, name, type }: Agency): HsdsOrganization => ({
  id,
  name,
  alternate_name: code,
  description: agencyType.display[type].id,
});

/** @param service with its room as it is known now. */
export function toHsdsService(service: KnownService, agency: Agency): HsdsService {
  const { id, eligibility, capacity } = service;
  const { minAge, maxAge } = eligibility;
  return {
    id,
    organization_id: agency.id,
    name: service.name,
    description: serviceType.display[service.type].id,
    status: service.status === 'temporarily-closed' ? 'temporarily closed' : service.status,
    eligibility_description: whom(service),
    ...(minAge === undefined ? {} : { minimum_age: minAge }),
    ...(maxAge === undefined ? {} : { maximum_age: maxAge }),
    ...(capacity.confirmedAt === undefined ? {} : { assured_date: localTime(capacity.confirmedAt).day }),
    schedules: service.openingHours.map((hours) => toSchedule(id, hours)),
    languages: eligibility.languages.map((code) => ({
      id: partId(id, 'language', code),
      service_id: id,
      code,
    })),
    service_areas: eligibility.areas.map((code) => ({
      id: partId(id, 'area', code),
      service_id: id,
      name: code in regions ? regions[code as RegionCode] : code,
      extent: code,
      extent_type: 'kemendagri',
    })),
    attributes: [
      toAttribute(id, serviceType, service.type),
      toAttribute(id, capacityStatus, capacity.status),
    ],
    organization: toOrganization(agency),
  };
}

/** Only for a place that may be known: a confidential one has no service_at_location at all. */
export function toServiceAtLocation(
  service: KnownService,
  agency: Agency,
  { id, name, address, areaCode }: Location,
): HsdsServiceAtLocation {
  return {
    id: partId(service.id, id),
    location_id: id,
    location: {
      id,
      location_type: 'physical',
      name,
      addresses: [
        {
          id: partId(id, 'address'),
          location_id: id,
          address_1: address.street,
          city: address.city,
          region: areaCode,
          state_province: address.province,
          postal_code: address.postalCode,
          country: 'ID',
          address_type: 'physical',
        },
      ],
    },
    service: toHsdsService(service, agency),
  };
}

const toAttribute = (serviceId: string, list: CodeList<string>, code: string): HsdsAttribute => ({
  id: partId(serviceId, list.system),
  link_id: serviceId,
  link_entity: 'service',
  value: code,
  taxonomy_term: termOf(list, code),
});

const icalDays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

const toSchedule = (serviceId: string, { days, opens, closes }: OpeningHours) => ({
  id: partId(serviceId, ...days, opens, closes),
  service_id: serviceId,
  freq: 'WEEKLY',
  byday: days.map((day) => icalDays[weekdays.indexOf(day)]).join(','),
  opens_at: `${opens}+07:00`,
  closes_at: `${closes === '24:00' ? '23:59' : closes}+07:00`,
  timezone: 7,
});

function whom({ eligibility }: KnownService): string {
  const listed = eligibility.sex.map((code) => sex.display[code].id.toLowerCase());
  return listed.length === 0 ? 'Anak, tanpa batasan jenis kelamin' : `Anak: ${listed.join(', ')}`;
}
