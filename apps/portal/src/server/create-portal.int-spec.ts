import { aPortal, origin, ours } from './fixtures/a-portal.js';

const caseId = '0199c0de-1111-7000-8000-000000000000';
const aMinute = 60_000;

describe('the portal at its edge', () => {
  let portal: Awaited<ReturnType<typeof aPortal>>;
  beforeAll(async () => {
    portal = await aPortal();
  });
  afterAll(() => portal.close());
  beforeEach(() => portal.received.splice(0));

  const get = (url: string, headers: Record<string, string> = ours) => portal.app.inject({ url, headers });
  const post = (url: string, headers: Record<string, string>, payload?: string) =>
    portal.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });

  it('answers nothing of anybody without a session', async () => {
    for (const url of ['/api/me', `/api/intake/v1/cases/${caseId}`]) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(401);
      expect(answer.json()).toMatchObject({ code: 'unauthenticated', traceId: expect.any(String) });
    }
  });

  it.each([
    ['without the header', { ...ours, 'x-rujukan-portal': '' }],
    ['from a foreign origin', { ...ours, origin: 'https://evil.example' }],
    ['from another site', { ...ours, 'sec-fetch-site': 'cross-site' }],
    ['as text', { ...ours, 'content-type': 'text/plain' }],
  ])('changes nothing when asked %s', async (_how, forged) => {
    const cookie = await portal.cookie();
    const answer = await post(`/api/intake/v1/cases/${caseId}/police-reports`, { ...forged, cookie });
    expect(answer.statusCode).toBe(403);
    expect(answer.json()).toMatchObject({ code: 'not-from-this-page' });
    expect((await post('/auth/logout', { ...forged, cookie })).statusCode).toBe(403);
    expect(portal.received).toEqual([]);
    expect((await get('/api/me', { ...ours, cookie })).statusCode).toBe(200);
  });

  it('passes a call on with the token and what is on the list, and nothing else', async () => {
    const passed = {
      'idempotency-key': 'k',
      'if-match': '"6"',
      'accept-language': 'en',
      'purpose-of-use': 'case-management',
      'x-request-id': '6f1c0a52-8f1d-4e0b-9a51-3c6a0d6f2b11',
    };
    const forged = { authorization: 'Bearer forged', 'x-agency': 'forged', 'x-forwarded-for': '9.9.9.9' };
    const headers = { ...ours, ...passed, ...forged, cookie: await portal.cookie() };
    await post(
      '/api/intake/v1/reports?a=b',
      { ...headers, 'content-type': 'application/json' },
      '{"a":1,  "a":2}',
    );
    expect(portal.received).toHaveLength(1);
    const [call] = portal.received;
    expect(call).toMatchObject({ method: 'POST', url: '/v1/reports?a=b', body: '{"a":1,  "a":2}' });
    expect(call!.headers).toMatchObject({
      ...passed,
      authorization: 'Bearer access',
      'x-forwarded-for': '127.0.0.1',
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/),
    });
    expect(call!.headers).not.toHaveProperty('cookie');
    expect(call!.headers).not.toHaveProperty('x-agency');
  });

  it('gives back status, version and problem as they came, and no cookie of a service', async () => {
    const answer = await get(`/api/intake/v1/cases/${caseId}`, { ...ours, cookie: await portal.cookie() });
    expect(answer.statusCode).toBe(409);
    expect(answer.headers).toMatchObject({ etag: '"7"', 'content-type': 'application/problem+json' });
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(answer.body).toBe('{"code":"conflict"}');
  });

  it('refuses an address that cannot be decoded as it refuses anything, and repeats nothing of it', async () => {
    for (const url of ['/%ff', '/api/%ff/v1/cases?name=Contoh']) {
      const answer = await get(url);
      expect(answer.statusCode).toBe(400);
      expect(answer.headers).toMatchObject({
        'content-type': 'application/problem+json; charset=utf-8',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'x-request-id': expect.any(String),
      });
      expect(answer.json()).toMatchObject({ code: 'invalid-request', traceId: expect.any(String) });
      expect(answer.body).not.toContain('%ff');
    }
  });

  it('knows no address that no page calls', async () => {
    const headers = { ...ours, cookie: await portal.cookie() };
    expect((await get('/api/intake/v1/secrets', headers)).statusCode).toBe(404);
    const patched = await portal.app.inject({
      method: 'PATCH',
      url: `/api/intake/v1/cases/${caseId}`,
      headers,
    });
    expect(patched.statusCode).toBe(405);
    expect(portal.received).toEqual([]);
  });

  it('says that a service is away', async () => {
    const answer = await get('/api/referral/v1/agencies', { ...ours, cookie: await portal.cookie() });
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toMatchObject({ code: 'service-unavailable' });
  });

  it('goes on without Keycloak until the token ends, and then says so', async () => {
    const url = `/api/intake/v1/cases/${caseId}`;
    const soon = await get(url, { ...ours, cookie: await portal.cookie({ accessLifeMs: 10_000 }) });
    expect(soon.statusCode).toBe(409);
    const over = await get(url, { ...ours, cookie: await portal.cookie({ accessLifeMs: -1 }) });
    expect(over.statusCode).toBe(503);
    expect(over.json()).toMatchObject({ code: 'identity-provider-unavailable' });
  });

  it('says with a page that nobody can sign in while Keycloak is away', async () => {
    const answer = await get('/auth/login', { host: ours.host });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers['content-type']).toContain('text/html');
    expect((await get('/auth/status')).statusCode).toBe(503);
  });

  it('takes no code that it did not ask for', async () => {
    const answer = await get('/auth/callback?code=x&state=y', { host: ours.host });
    expect(answer.statusCode).toBe(303);
    expect(answer.headers.location).toBe('/masuk?sebab=gagal');
    expect(answer.headers['set-cookie']).not.toContain('rujukan-session');
  });

  it('ends a session after twenty idle minutes; a page that polls is not a person', async () => {
    const nearly = { ...ours, cookie: await portal.cookie({ seenMsAgo: 19 * aMinute }) };
    expect((await get('/api/me', nearly)).statusCode).toBe(200);
    const [row] = await portal.database.owner.query<{ touched: boolean }[]>(
      `select last_seen_at > created_at as touched from session order by created_at limit 1`,
    );
    expect(row!.touched).toBe(false);
    const over = { ...ours, cookie: await portal.cookie({ seenMsAgo: 20 * aMinute }) };
    expect((await get('/api/me', over)).statusCode).toBe(401);
  });

  it('keeps a session alive by what a person does', async () => {
    const cookie = await portal.cookie({ seenMsAgo: 19 * aMinute });
    await get('/api/me', { ...ours, cookie, 'x-rujukan-activity': '1' });
    const [row] = await portal.database.owner.query<{ touched: boolean }[]>(
      `select bool_or(last_seen_at > created_at + interval '18 minutes') as touched from session`,
    );
    expect(row!.touched).toBe(true);
  });

  it('shows nothing while the screen is locked', async () => {
    const headers = { ...ours, cookie: await portal.cookie() };
    expect((await post('/api/session/locks', headers)).statusCode).toBe(204);
    expect((await get(`/api/intake/v1/cases/${caseId}`, headers)).json()).toMatchObject({
      code: 'screen-locked',
    });
    expect((await get('/api/me', headers)).json()).toMatchObject({ session: { isLocked: true } });
    expect(portal.received).toEqual([]);
  });

  it('ends a session at sign-out even when Keycloak cannot be told', async () => {
    const headers = { ...ours, cookie: await portal.cookie() };
    const answer = await post('/auth/logout', headers);
    expect(answer.json()).toEqual({ isEndedEverywhere: false });
    expect(answer.headers['clear-site-data']).toBe('"cache", "cookies", "storage"');
    expect(answer.headers['set-cookie']).toMatch(/^__Host-rujukan-session=; Max-Age=0;/);
    expect((await get('/api/me', headers)).statusCode).toBe(401);
  });

  it('puts the security headers on every answer, errors and files included', async () => {
    for (const url of [
      '/',
      '/k/x',
      '/api/me',
      '/auth/none',
      '/assets/none.js',
      '/assets/page-abc.js',
      '/livez',
    ]) {
      const { headers } = await get(url);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
        'strict-transport-security': expect.stringContaining('max-age='),
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'permissions-policy': expect.any(String),
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('keeps files for a year and everything else not at all', async () => {
    const file = await get('/assets/page-abc.js');
    expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    for (const url of ['/', '/api/now', '/assets/none.js'])
      expect((await get(url)).headers['cache-control']).toBe('no-store');
  });

  it('gives each page a nonce of its own, the same in the header and in the page', async () => {
    const [page, other] = await Promise.all([get('/'), get('/')]);
    const nonceIn = (body: string) => /nonce="([^"]+)"/.exec(body)?.[1];
    expect(nonceIn(page.body)).not.toBe(nonceIn(other.body));
    expect(page.headers['content-security-policy']).toContain(`'nonce-${nonceIn(page.body)}'`);
  });

  it('sends whoever came by another name to its own', async () => {
    const answer = await get('/', { host: 'evil.example' });
    expect(answer.statusCode).toBe(307);
    expect(answer.headers.location).toBe(`${origin}/`);
  });
});
