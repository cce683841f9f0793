import { randomUUID } from 'node:crypto';
import type { Location } from '../../domain/directory/directory.js';
import { locationId, serviceId } from '../../domain/ids.js';
import { ListLocations } from '../list-locations/list-locations.query.js';
import { ReadHsds } from '../read-hsds/read-hsds.query.js';
import {
  aService,
  reasonOf,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  valueOf,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { RegisterLocation } from './register-location.js';

const secret = 'Jalan Kenari 7';

describe('a place where services are given', () => {
  let service: TestService;
  let register: RegisterLocation;

  beforeAll(async () => {
    service = await aService();
    register = new RegisterLocation(service.uow);
  });
  afterAll(() => service.close());

  const bedsOf = async (agency: string) => {
    const sql = `select id from service where agency_id = $1 and type = 'emergency-shelter'`;
    const [row] = await service.database.owner.query<{ id: string }[]>(sql, [agency]);
    return serviceId(row!.id);
  };
  const place = async (
    agency: string,
    more: Partial<Location> = {},
  ): Promise<Omit<Location, 'agencyId'>> => ({
    id: locationId(randomUUID()),
    name: 'Rumah 1',
    address: { street: secret, city: 'Pontianak', province: 'Kalimantan Barat', postalCode: '78000' },
    areaCode: '61.71.05',
    isConfidential: true,
    serviceIds: [await bedsOf(agency)],
    ...more,
  });
  const seenBy = async (agency: string) =>
    valueOf(await new ListLocations(service.uow, service.cursors).execute(someoneOf(agency), { limit: 100 }))
      .items;

  it('is seen by nobody else when it is confidential, not in the list, not in the export, not in the table', async () => {
    const hidden = await place(shelter);
    valueOf(await register.execute(someoneOf(shelter), hidden, undefined));
    expect(await seenBy(shelter)).toContainEqual(expect.objectContaining({ id: hidden.id, version: 1 }));
    expect(await seenBy(uptd)).toEqual([]);
    for (const agency of [uptd, null])
      expect(await service.seenBy(agency, 'select * from location where id = $1', [hidden.id])).toEqual([]);
    const export_ = new ReadHsds(service.uow);
    for (const agency of [shelter, uptd]) {
      const whole = await export_.serviceAtLocations(someoneOf(agency), { page: 1, per_page: 100 });
      const one = await export_.service(someoneOf(agency), hidden.serviceIds[0]!);
      expect(JSON.stringify([whole, one])).not.toContain(secret);
    }
    expect(JSON.stringify(await service.trail(hidden.id))).not.toContain(secret);
  });

  it('is in the directory when it is open', async () => {
    const open = await place(secondShelter, { isConfidential: false });
    valueOf(await register.execute(someoneOf(secondShelter), open, undefined));
    expect((await seenBy(uptd)).map(({ id }) => id)).toContain(open.id);
    const { contents } = await new ReadHsds(service.uow).serviceAtLocations(someoneOf(uptd), {
      page: 1,
      per_page: 100,
    });
    expect(contents).toMatchObject([{ location_id: open.id, service: { id: open.serviceIds[0] } }]);
  });

  it('disappears from the directory the moment it becomes confidential', async () => {
    const changing = await place(secondShelter, { isConfidential: false });
    valueOf(await register.execute(someoneOf(secondShelter), changing, undefined));
    valueOf(await register.execute(someoneOf(secondShelter), { ...changing, isConfidential: true }, 1));
    expect((await seenBy(uptd)).map(({ id }) => id)).not.toContain(changing.id);
  });

  it('is its own agency’s to enter and to change, with its own services', async () => {
    const mine = await place(shelter);
    valueOf(await register.execute(someoneOf(shelter), mine, undefined));
    for (const seen of [undefined, 1])
      expect(['not-provider', 'stale-version']).toContain(
        reasonOf(
          await register.execute(
            someoneOf(secondShelter),
            { ...mine, serviceIds: [await bedsOf(secondShelter)] },
            seen,
          ),
        ),
      );
    const another = { ...(await place(shelter)), serviceIds: [await bedsOf(secondShelter)] };
    expect(reasonOf(await register.execute(someoneOf(shelter), another, undefined))).toBe('not-provider');
    expect(
      reasonOf(await register.execute(someoneOf(shelter), { ...mine, name: 'Rumah 2' }, undefined)),
    ).toBe('precondition-required');
    expect(reasonOf(await register.execute(someoneOf(shelter), { ...mine, name: 'Rumah 2' }, 4))).toBe(
      'stale-version',
    );
  });
});
