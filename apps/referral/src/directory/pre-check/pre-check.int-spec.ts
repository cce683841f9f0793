import { publishedEntries } from '@rujukan/testing';
import type { Need } from '../../domain/directory/eligibility.js';
import {
  aService,
  secondShelter,
  shelter,
  someoneOf,
  uptd,
  type TestService,
} from '../../storage/fixtures/a-service.js';
import { PreCheck } from './pre-check.query.js';

const girl: Need = {
  ageBand: '13-15',
  sex: 'female',
  areaCode: '61.71.02',
  languages: ['id'],
  hasDisability: false,
};

describe('looking for a provider before anybody is named', () => {
  let service: TestService;

  beforeAll(async () => {
    service = await aService();
    await service.database.owner.query(
      `update service set sex = '{male}', areas = '{61.72}', opening_hours = $2
        where agency_id = $1 and type = 'emergency-shelter'`,
      [shelter, JSON.stringify([{ days: ['sun'], opens: '00:00', closes: '24:00' }])],
    );
  });
  afterAll(() => service.close());

  const check = (by: string, need = girl) =>
    new PreCheck(service.uow).execute(
      someoneOf(by),
      ['emergency-shelter', 'legal-aid', 'emergency-shelter'],
      need,
    );

  it('finds who fits first, and says of the others why not', async () => {
    const { needs } = await check(uptd);
    expect(needs.map(({ serviceType }) => serviceType)).toEqual(['emergency-shelter', 'legal-aid']);
    expect(needs[0]?.providers).toMatchObject([
      {
        agency: { id: secondShelter },
        fits: true,
        mayBeAsked: true,
        reasons: [],
        capacity: { status: 'unknown' },
      },
      {
        agency: { id: shelter, code: 'plat' },
        fits: false,
        mayBeAsked: false,
        isOpenNow: true,
        reasons: ['not-eligible-sex', 'out-of-jurisdiction'],
      },
    ]);
    expect(needs[1]?.providers).toEqual([]);
  });

  it('does not offer an agency its own service', async () => {
    const [beds] = (await check(secondShelter)).needs;
    expect(beds?.providers.map(({ agency }) => agency.id)).toEqual([shelter]);
  });

  it('leaves nothing behind', async () => {
    const before = (await publishedEntries(service.database.worker)).length;
    await check(uptd, { ...girl, sex: 'male', ageBand: 'unknown' });
    expect(await publishedEntries(service.database.worker)).toHaveLength(before);
  });
});
