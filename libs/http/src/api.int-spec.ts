import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { call, post, type Request } from '../test/caller.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runningService();
});
afterAll(closeServices);

const denials = async () =>
  (await publishedEntries(service.database.owner)).filter((entry) => entry.outcome === 'denied');

describe('a route', () => {
  it('answers who may', async () => {
    const answer = await post(service, { text: 'hello' });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.json()).toEqual({ id: expect.any(String) as string, version: 1 });
  });

  it('answers 401 without a token and records it', async () => {
    const requestId = randomUUID();
    const answer = await call(service, {
      url: '/v1/notes',
      role: 'nobody',
      headers: { 'x-request-id': requestId },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="rujukan"');
    expect(answer.json()).toMatchObject({
      code: 'unauthenticated',
      type: 'urn:rujukan:problem:unauthenticated',
    });
    expect((await denials()).find((entry) => entry.requestId === requestId)).toMatchObject({
      type: 'note.list',
      reason: 'unauthenticated',
      actor: { sub: 'anonymous', kind: 'person' },
    });
  });

  it('answers 401 with a bad token, and says that the token is bad', async () => {
    for (const authorization of ['Bearer a.b.c', 'Basic dGVzdDp0ZXN0', `${service.bearer()} more`]) {
      const answer = await call(service, { url: '/v1/notes', role: 'nobody', headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="rujukan", error="invalid_token"');
    }
  });

  it.each(['everything', 'audit', 'permission'])(
    'that forgot to declare (%s) is closed to everyone',
    async (path) => {
      const answer = await call(service, { url: `/v1/forgotten/${path}`, role: 'supervisor' });
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('secret');
    },
  );

  it('answers 403 without the permission and records who asked', async () => {
    const requestId = randomUUID();
    const answer = await post(
      service,
      { text: 'x' },
      { role: 'auditor', headers: { 'x-request-id': requestId } },
    );
    expect(answer.status).toBe(403);
    expect((await denials()).find((entry) => entry.requestId === requestId)).toMatchObject({
      type: 'note.add',
      action: 'C',
      reason: 'forbidden',
      actor: { org: expect.any(String) as string, roles: ['auditor'] },
    });
  });

  it.each([
    ['auditor', 403],
    ['nobody', 401],
  ])('records which note was asked for when it turns away a %s', async (role, status) => {
    const id = randomUUID();
    const requestId = randomUUID();
    const url = `/v1/notes/${id.toUpperCase()}`;
    const answer = await call(service, { url, role, headers: { 'x-request-id': requestId } });
    expect(answer.status).toBe(status);
    expect((await denials()).find((entry) => entry.requestId === requestId)).toMatchObject({
      type: 'note.read',
      entity: [{ type: 'note', id }],
    });
  });

  it('does not work at all with a parameter that has no schema', async () => {
    expect((await call(service, { url: '/v1/forgotten/schema/7' })).status).toBe(500);
  });

  it('takes the purpose that the caller names, if it is one', async () => {
    const requestId = randomUUID();
    const named = { 'purpose-of-use': 'child-protection-emergency', 'x-request-id': requestId };
    expect((await call(service, { url: '/v1/notes', headers: named })).status).toBe(200);
    const entries = await publishedEntries(service.database.owner);
    expect(entries.find((entry) => entry.requestId === requestId)?.purpose).toBe(
      'child-protection-emergency',
    );
    expect(
      (await call(service, { url: '/v1/notes', headers: { 'purpose-of-use': 'curiosity' } })).status,
    ).toBe(400);
  });
});

describe('an error', () => {
  it('of ours says nothing but its trace id', async () => {
    const traceId = 'a'.repeat(32);
    const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
    const answer = await call(service, { url: '/v1/forgotten/bug', headers: { traceparent } });
    expect(answer.status).toBe(500);
    expect(answer.json()).toEqual({
      type: 'urn:rujukan:problem:internal-error',
      title: 'Terjadi gangguan pada sistem; tidak ada data yang hilang',
      status: 500,
      code: 'internal-error',
      traceId,
    });
    expect(answer.headers['traceparent']).toMatch(new RegExp(`^00-${traceId}-[0-9a-f]{16}-01$`));
  });

  it('of the database shows nothing of it', async () => {
    const answer = await post(service, { text: 'forbidden' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/note|insert|check|constraint|forbidden/i);
  });

  it('is none when what was asked for was destroyed: it is gone, and the entry says so', async () => {
    const { id } = (await post(service, { text: 'destroyed' })).json() as { id: string };
    const answer = await call(service, { url: `/v1/notes/${id}` });
    expect(answer.status).toBe(410);
    expect(answer.json()['code']).toBe('content-destroyed');
    expect((await publishedEntries(service.database.owner)).at(-1)).toMatchObject({
      type: 'note.read',
      outcome: 'failed',
      reason: 'content-destroyed',
      entity: [{ id }],
    });
  });

  it('is told in English to those who ask for it', async () => {
    const title = async (language: string) =>
      (
        await call(service, { url: `/v1/notes/${randomUUID()}`, headers: { 'accept-language': language } })
      ).json()['title'];
    expect(await title('en-GB,en;q=0.9,id;q=0.5')).toBe('Not found');
    expect(await title('id,en;q=0.9')).toBe('Tidak ditemukan');
    expect(await title('de')).toBe('Tidak ditemukan');
  });
});

describe('an address', () => {
  it('that leads nowhere is not found', async () => {
    const answer = await call(service, { url: '/v1/nothing?name=Budi' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.text).not.toContain('Budi');
  });

  it.each(['DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND'])(
    'does not take %s where it has no such method',
    async (method) => {
      const answer = await call(service, { method, url: `/v1/notes/${randomUUID()}?x=1` });
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, PUT');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('that cannot be decoded is refused', async () => {
    const answer = await call(service, { url: '/v1/notes/%ff%' });
    expect(answer.status).toBe(400);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });
});

describe('every answer', () => {
  const requests: readonly (readonly [string, Request])[] = [
    ['200', { url: '/v1/notes' }],
    ['400', { url: '/v1/notes?page=1' }],
    ['400 of the router', { url: '/%' }],
    ['401', { url: '/v1/notes', role: 'nobody' }],
    ['403', { url: '/v1/forgotten/everything' }],
    ['404', { url: '/nothing' }],
    ['405', { url: '/v1/notes', method: 'PUT' }],
    ['415', { url: '/v1/notes', method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
    ['500', { url: '/v1/forgotten/bug' }],
    ['health', { url: '/livez', role: 'nobody' }],
    ['the description', { url: '/openapi.json', role: 'nobody' }],
  ];

  const mine = randomUUID();

  it.each(requests)('(%s) carries the security headers and its ids', async (_, request) => {
    const { headers } = await call(service, {
      ...request,
      headers: { ...request.headers, 'x-request-id': mine },
    });
    expect(headers).toMatchObject({
      'content-security-policy':
        "default-src 'none';object-src 'none';base-uri 'none';frame-ancestors 'none'",
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('camera=()') as string,
      'cache-control': 'no-store',
      vary: 'Accept-Language',
      'x-request-id': mine,
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/) as string,
    });
    expect(headers['server']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['content-type']).toMatch(/charset=utf-8$/);
  });

  it.each(['a b<script>', 'Melati-Contoh-1', 'mine-1'])('carries a new id in place of %s', async (named) => {
    const { headers } = await call(service, { url: '/livez', headers: { 'x-request-id': named } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
  });
});
