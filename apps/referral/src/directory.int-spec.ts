import { randomUUID } from 'node:crypto';
import { leakCheck, publishedEntries, type TestEdge } from '@rujukan/testing';
import { aService, canary, shelter, uptd, type TestService } from './storage/fixtures/a-service.js';
import { anEdge } from './storage/fixtures/an-edge.js';

describe('the directory at the edge', () => {
  const nothingLeft = leakCheck();
  let service: TestService;
  let edge: TestEdge;
  let ask: TestEdge['ask'];

  beforeAll(async () => {
    service = await aService();
    edge = await anEdge(service.database);
    ask = edge.ask.bind(edge);
  });
  afterAll(async () => {
    await edge.close();
    await service.close();
    await nothingLeft();
  });

  const anAgency = (more: object = {}) => ({
    code: 'dishub',
    name: 'Dinas (Demo)',
    type: 'municipal-order',
    ...more,
  });

  it('keeps the directory for the platform, creates without and replaces with If-Match', async () => {
    const admin = { by: null, roles: ['platform-admin'] };
    const path = `/v1/agencies/${randomUUID()}`;
    expect(await ask('PUT', path, { ...admin, body: anAgency() })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
    });
    const renamed = anAgency({ name: 'Dinas Baru (Demo)' });
    expect(await ask('PUT', path, { ...admin, body: renamed })).toMatchObject({ status: 428 });
    expect(await ask('PUT', path, { ...admin, body: renamed, ifMatch: '"1"' })).toMatchObject({
      headers: { etag: '"2"' },
    });
    const wrong = [
      anAgency({ code: 'Dis Hub' }),
      anAgency({ code: '081234567890' }),
      anAgency({ type: 'army' }),
      anAgency({ areaCode: 'Pontianak' }),
    ];
    for (const body of wrong)
      expect(await ask('PUT', path, { ...admin, body })).toMatchObject({ status: 400 });

    const bed = { agencyId: shelter, type: 'emergency-shelter', name: 'Rumah (Demo)' };
    const full = { ...bed, capacity: { status: 'capacity', available: 3, maximum: 2 } };
    expect(await ask('PUT', `/v1/services/${randomUUID()}`, { ...admin, body: full })).toMatchObject({
      status: 400,
    });
    const fine = { ...bed, capacity: { status: 'capacity', available: 2, maximum: 20 } };
    expect(await ask('PUT', `/v1/services/${randomUUID()}`, { ...admin, body: fine })).toMatchObject({
      status: 200,
    });
  });

  it('pages through the directory, which is not recorded', async () => {
    const before = (await publishedEntries(service.database.worker)).length;
    const codes: string[] = [];
    let cursor = '';
    do {
      const { json } = await ask('GET', `/v1/agencies?limit=2${cursor}`);
      const page = json as { items: { code: string }[]; next?: string };
      codes.push(...page.items.map(({ code }) => code));
      cursor = page.next === undefined ? '' : `&cursor=${encodeURIComponent(page.next)}`;
    } while (cursor);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes).toContain('ngo-e');
    expect(await ask('GET', `/v1/services?agencyId=${uptd}`)).toMatchObject({ status: 200 });
    expect((await publishedEntries(service.database.worker)).length).toBe(before);
  });

  it.each([
    [{ status: 'empty' }],
    [{ status: 'capacity', available: 11, maximum: 10 }],
    [{ status: 'capacity', nextAvailable: 'besok' }],
    [{ status: 'capacity', note: 'x' }],
  ])('refuses malformed capacity %j', async (body) => {
    const path = `/v1/services/${randomUUID()}/capacity-confirmations`;
    expect(await ask('POST', path, { by: shelter, ifMatch: '"1"', body })).toMatchObject({ status: 400 });
  });

  it('lets a provider confirm its own capacity, as it saw it', async () => {
    const { json } = await ask('GET', `/v1/services?agencyId=${shelter}&type=emergency-shelter`);
    const [bed] = json['items'] as { id: string; version: number }[];
    const path = `/v1/services/${bed!.id}/capacity-confirmations`;
    const body = { status: 'capacity', available: 2, maximum: 20, unit: 'bed' };
    expect(await ask('POST', path, { by: shelter, body })).toMatchObject({ status: 428 });
    expect(await ask('POST', path, { by: uptd, ifMatch: '"1"', body })).toMatchObject({
      status: 403,
      json: { code: 'not-provider' },
    });
    expect(await ask('POST', path, { by: shelter, ifMatch: '"1"', body })).toMatchObject({
      status: 201,
      headers: { etag: '"2"' },
      json: { capacity: body },
    });
  });

  it('answers a pre-check, and refuses one that names somebody', async () => {
    const body = {
      serviceTypes: ['emergency-shelter'],
      ageBand: '13-15',
      sex: 'female',
      areaCode: '61.71.02',
    };
    expect(await ask('POST', '/v1/pre-checks', { body })).toMatchObject({
      status: 200,
      json: { needs: [{ serviceType: 'emergency-shelter' }] },
    });
    for (const wrong of [{ name: canary }, { serviceTypes: [] }, { areaCode: '61.71' }, { ageBand: '14' }])
      expect(await ask('POST', '/v1/pre-checks', { body: { ...body, ...wrong } })).toMatchObject({
        status: 400,
      });
  });

  const bound = (agencyId: string, more: object = {}) => ({
    agencyId,
    validFrom: '2025-01-01',
    validUntil: '2026-12-31',
    ...more,
  });

  it.each([
    [{ parties: [bound(uptd)] }],
    [{ parties: [bound(uptd), bound(uptd)] }],
    [{ parties: [bound(uptd), bound(shelter, { validUntil: '2024-12-31' })] }],
    [{ parties: [bound(uptd), bound(shelter, { validUntil: 'selamanya' })] }],
    [{ title: ' ' }],
    [{ purpose: 'x' }],
  ])('refuses a malformed agreement: %j', async (wrong) => {
    const body = { number: 'PKB/03', title: 'Perjanjian (Demo)', parties: [bound(uptd), bound(shelter)] };
    const admin = { by: null, roles: ['platform-admin'] };
    const path = `/v1/agreements/${randomUUID()}`;
    expect(await ask('PUT', path, { ...admin, body: { ...body, ...wrong } })).toMatchObject({ status: 400 });
    expect(await ask('PUT', path, { ...admin, body })).toMatchObject({
      status: 200,
      headers: { etag: '"1"' },
    });
  });

  it.each([
    [{ isConfidential: 'no' }],
    [{ areaCode: '61.71' }],
    [{ serviceIds: ['bed'] }],
    [{ address: { street: 'Jalan Percobaan 1', city: 'Pontianak', province: 'Kalimantan Barat' } }],
  ])('refuses a malformed location: %j', async (wrong) => {
    const address = { street: 'Jalan Percobaan 1', city: 'Pontianak', province: 'Kalimantan Barat' };
    const body = {
      name: 'Gedung (Demo)',
      address: { ...address, postalCode: '78000' },
      areaCode: '61.71.05',
      isConfidential: false,
      serviceIds: [],
    };
    const keeper = { by: shelter, roles: ['shelter-manager'] };
    const path = `/v1/locations/${randomUUID()}`;
    expect(await ask('PUT', path, { ...keeper, body: { ...body, ...wrong } })).toMatchObject({ status: 400 });
    expect(await ask('PUT', path, { ...keeper, body })).toMatchObject({ status: 200 });
    expect(await ask('PUT', path, { by: shelter, body })).toMatchObject({ status: 403 });
  });

  it('keeps a desk for its agency, whose supervisor says where it is written to', async () => {
    const supervisor = { roles: ['supervisor'] };
    expect(await ask('GET', '/v1/desk', supervisor)).toMatchObject({ status: 404 });
    for (const email of [
      'meja',
      'meja@',
      `${'x'.repeat(250)}@uptd.example`,
      'a@b.example\r\nBcc: c@d.example',
    ])
      expect(await ask('PUT', '/v1/desk', { ...supervisor, body: { email } })).toMatchObject({ status: 400 });
    const body = { email: 'meja@uptd.example' };
    expect(await ask('PUT', '/v1/desk', { body })).toMatchObject({ status: 403 });
    expect(await ask('PUT', '/v1/desk', { ...supervisor, body })).toMatchObject({ headers: { etag: '"1"' } });
    expect((await ask('GET', '/v1/desk', supervisor)).json).toMatchObject(body);
    expect(await ask('GET', '/v1/desk', { ...supervisor, by: shelter })).toMatchObject({ status: 404 });
  });

  it('refuses what is no question to a list of notifications, and no reading of one', async () => {
    for (const query of ['unread=maybe', 'limit=101', 'cursor=forged.cursor', 'kind=new-task'])
      expect(await ask('GET', `/v1/notifications?${query}`)).toMatchObject({ status: 400 });
    const tooMany = Array.from({ length: 101 }, () => randomUUID());
    for (const ids of [[], ['1'], tooMany])
      expect(await ask('POST', '/v1/notification-readings', { body: { ids } })).toMatchObject({
        status: 400,
      });
    expect((await ask('GET', '/v1/notifications')).json).toEqual({ unread: 0, items: [] });
  });

  it.each(['from=2026-03-02&until=2026-03-01', 'from=2026-03-01', 'from=kemarin&until=2026-03-01'])(
    'refuses to count declines %s',
    async (query) => {
      const overseer = { roles: ['oversight-commissioner'] };
      expect(await ask('GET', `/v1/capacity-declines?${query}`, overseer)).toMatchObject({ status: 400 });
    },
  );
});
