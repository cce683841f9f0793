import { leakCheck, type TestEdge } from '@rujukan/testing';
import { capacityStatus, serviceType } from '@rujukan/contracts';
import { partId } from '../../domain/directory/hsds.js';
import { aService, shelter, type TestService } from '../../storage/fixtures/a-service.js';
import { anEdge } from '../../storage/fixtures/an-edge.js';

interface Page {
  readonly total_items: number;
  readonly contents: readonly { id: string; organization_id: string }[];
}

describe('the directory as HSDS 3.0', () => {
  const nothingLeft = leakCheck();
  let service: TestService;
  let edge: TestEdge;

  beforeAll(async () => {
    service = await aService();
    edge = await anEdge(service.database);
  });
  afterAll(async () => {
    await edge.close();
    await service.close();
    await nothingLeft();
  });

  const get = (path: string) => edge.ask('GET', `/hsds${path}`, { roles: ['researcher'] });

  it('says which version it is and where it is described', async () => {
    expect((await get('')).json).toMatchObject({ version: '3.0', openapi_url: '/openapi.json' });
  });

  it('counts its pages, and ends', async () => {
    expect((await get('/organizations?per_page=2&page=3')).json).toMatchObject({
      total_items: 5,
      total_pages: 3,
      page_number: 3,
      size: 1,
      first_page: false,
      last_page: true,
      empty: false,
    });
    expect((await get('/organizations?page=9')).json).toMatchObject({
      empty: true,
      last_page: true,
      contents: [],
    });
  });

  it('shows one organization, one service, one place, or says that there is none', async () => {
    const organization = await get(`/organizations/${shelter.toUpperCase()}`);
    expect(organization.json).toMatchObject({
      id: shelter,
      alternate_name: 'plat',
      description: 'PLAT / LPKS',
    });
    const { contents } = (await get('/services')).json as unknown as Page;
    const one = await get(`/services/${contents[0]!.id}`);
    expect(one.json).toMatchObject({ id: contents[0]!.id, status: 'active', service_at_locations: [] });
    for (const path of ['organizations', 'services', 'service_at_locations'])
      expect(await get(`/${path}/${partId('nobody')}`)).toMatchObject({ status: 404 });
  });

  it('is narrowed by organization and by kind of service', async () => {
    const beds = partId(serviceType.system, 'emergency-shelter');
    const found = async (query: string) =>
      ((await get(`/services?${query}`)).json as unknown as Page).total_items;
    expect(await found(`organization_id=${shelter}`)).toBe(2);
    expect(await found(`taxonomy_term_id=${beds}`)).toBe(2);
    expect(await found(`organization_id=${shelter}&taxonomy_term_id=${beds}`)).toBe(1);
    expect(await found(`taxonomy_term_id=${partId('nothing')}`)).toBe(0);
  });

  it('has the words that it uses', async () => {
    expect((await get('/taxonomies')).json).toMatchObject({
      contents: [{ name: 'service-type' }, { name: 'capacity-status' }],
    });
    expect((await get('/taxonomy_terms?per_page=100')).json).toMatchObject({
      total_items: serviceType.codes.length + capacityStatus.codes.length,
    });
  });

  it.each([
    '/services?page=0',
    '/services?per_page=101',
    '/services?search=x',
    '/services/1',
    '/organizations?x=1',
  ])('refuses %s', async (path) => {
    expect(await get(path)).toMatchObject({ status: 400, json: { code: 'invalid-request' } });
  });

  it('is for people who signed in with a role', async () => {
    expect(await edge.ask('GET', '/hsds/services', { roles: [] })).toMatchObject({ status: 403 });
  });
});
