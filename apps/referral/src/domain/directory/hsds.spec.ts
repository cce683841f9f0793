import { capacityStatus, serviceType } from '@rujukan/contracts';
import { night } from '../fixtures/a-handoff.js';
import { aCandidate } from '../fixtures/a-service.js';
import { partId, serviceTypeOf, taxonomyTerms, toHsdsService, toServiceAtLocation } from './hsds.js';
import { locationId } from '../ids.js';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

const { service, agency } = aCandidate(1, {
  service: {
    status: 'temporarily-closed',
    eligibility: {
      minAge: 10,
      maxAge: 17,
      sex: ['female'],
      areas: ['61.71.02', '61'],
      languages: ['id'],
      disabilityAccess: true,
    },
    openingHours: [{ days: ['mon', 'sun'], opens: '00:00', closes: '24:00' }],
  },
});

describe('the directory as HSDS has it', () => {
  const written = toHsdsService(service, agency);

  it('has what the specification requires, in its own words', () => {
    expect(written).toMatchObject({
      id: service.id,
      organization_id: agency.id,
      status: 'temporarily closed',
      minimum_age: 10,
      maximum_age: 17,
      eligibility_description: 'Anak: perempuan',
      assured_date: '2025-10-25',
      schedules: [{ freq: 'WEEKLY', byday: 'MO,SU', opens_at: '00:00+07:00', closes_at: '23:59+07:00' }],
      languages: [{ code: 'id' }],
      service_areas: [{ name: 'Pontianak Timur', extent: '61.71.02' }, { extent: '61' }],
      organization: { id: agency.id, alternate_name: agency.code },
    });
    expect(written.attributes.map(({ taxonomy_term: { taxonomy, code } }) => [taxonomy, code])).toEqual([
      ['service-type', 'emergency-shelter'],
      ['capacity-status', 'capacity'],
    ]);
  });

  it('names no age where none is asked', () => {
    expect(toHsdsService(aCandidate(2).service, agency)).not.toHaveProperty('minimum_age');
  });

  it('gives every part an id, always the same one and never a second time', () => {
    const ids = [
      ...taxonomyTerms.map(({ id }) => id),
      ...[...written.schedules, ...written.languages, ...written.service_areas].map((part) =>
        'id' in part ? part.id : undefined,
      ),
      ...written.attributes.map(({ id }) => id),
    ];
    for (const id of ids) expect(id).toMatch(uuid);
    expect(new Set(ids).size).toBe(ids.length);
    expect(toHsdsService(service, agency)).toEqual(written);
    expect(partId('a', 'b')).not.toBe(partId('ab'));
  });

  it('knows a kind of service by its term', () => {
    const term = taxonomyTerms.find(({ code }) => code === 'legal-aid')!;
    expect(serviceTypeOf(term.id)).toBe('legal-aid');
    expect(serviceTypeOf(partId(capacityStatus.system, 'capacity'))).toBeUndefined();
    expect(taxonomyTerms).toHaveLength(serviceType.codes.length + capacityStatus.codes.length);
  });

  it('places a service where it is given', () => {
    const place = toServiceAtLocation(service, agency, {
      id: locationId('0195718E-5A00-7000-8000-00000000000F'),
      agencyId: agency.id,
      name: 'Gedung 1',
      address: {
        street: 'Jalan Percobaan 1',
        city: 'Pontianak',
        province: 'Kalimantan Barat',
        postalCode: '78000',
      },
      areaCode: '61.71.05',
      isConfidential: false,
      serviceIds: [service.id],
    });
    expect(place).toMatchObject({
      location_id: '0195718e-5a00-7000-8000-00000000000f',
      location: {
        location_type: 'physical',
        addresses: [{ address_1: 'Jalan Percobaan 1', postal_code: '78000', country: 'ID' }],
      },
      service: { id: service.id },
    });
    expect(place.service.assured_date).toBe(night.toISOString().slice(0, 10));
  });
});
