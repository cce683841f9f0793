import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { send } from '../test/http-client.js';
import { runningService, type RunningService } from '../test/running-service.js';

interface Request {
  readonly method?: string;
  readonly url: string;
  readonly role?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

let service: RunningService;

beforeAll(async () => {
  service = await runningService();
});
afterAll(() => service.close());

const call = ({ method = 'GET', url, role = 'case-manager', headers = {}, body }: Request) =>
  send(`${service.url}${url}`, {
    method,
    headers: {
      ...(role === 'nobody' ? {} : { authorization: service.bearer(role) }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asBody(body) }),
  });

const asBody = (body: unknown): string | Buffer =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);

const post = (body: unknown, more: Partial<Request> & { key?: string } = {}) =>
  call({
    method: 'POST',
    url: '/v1/notes',
    body,
    ...more,
    headers: { 'idempotency-key': more.key ?? randomUUID(), ...more.headers },
  });

const denials = async () =>
  (await publishedEntries(service.database.owner)).filter((entry) => entry.outcome === 'denied');

describe('a route', () => {
  it('answers who may', async () => {
    const answer = await post({ text: 'hello' });
    expect(answer.status).toBe(201);
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.json()).toEqual({ id: expect.any(String) as string, version: 1 });
  });

  it('answers 401 without a token and records it', async () => {
    const requestId = randomUUID();
    const answer = await call({ url: '/v1/notes', role: 'nobody', headers: { 'x-request-id': requestId } });
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
      const answer = await call({ url: '/v1/notes', role: 'nobody', headers: { authorization } });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="rujukan", error="invalid_token"');
    }
  });

  it.each(['everything', 'audit', 'permission'])(
    'that forgot to declare (%s) is closed to everyone',
    async (path) => {
      const answer = await call({ url: `/v1/forgotten/${path}`, role: 'supervisor' });
      expect(answer.status).toBe(403);
      expect(answer.text).not.toContain('secret');
    },
  );

  it('answers 403 without the permission and records who asked', async () => {
    const requestId = randomUUID();
    const answer = await post({ text: 'x' }, { role: 'auditor', headers: { 'x-request-id': requestId } });
    expect(answer.status).toBe(403);
    expect((await denials()).find((entry) => entry.requestId === requestId)).toMatchObject({
      type: 'note.add',
      action: 'C',
      reason: 'forbidden',
      actor: { org: expect.any(String) as string, roles: ['auditor'] },
    });
  });

  it('does not work at all with a parameter that has no schema', async () => {
    expect((await call({ url: '/v1/forgotten/schema/7' })).status).toBe(500);
  });

  it('takes the purpose that the caller names, if it is one', async () => {
    const requestId = randomUUID();
    const named = { 'purpose-of-use': 'child-protection-emergency', 'x-request-id': requestId };
    expect((await call({ url: '/v1/notes', headers: named })).status).toBe(200);
    const entries = await publishedEntries(service.database.owner);
    expect(entries.find((entry) => entry.requestId === requestId)?.purpose).toBe(
      'child-protection-emergency',
    );
    expect((await call({ url: '/v1/notes', headers: { 'purpose-of-use': 'curiosity' } })).status).toBe(400);
  });
});

describe('input', () => {
  it('that does not fit is refused with places and reasons and no echo', async () => {
    const answer = await post({
      text: 'Budi '.repeat(40),
      kind: 'Budi',
      tags: [{ name: 5 }, { nama: 'Budi' }],
    });
    expect(answer.status).toBe(400);
    expect(answer.text).not.toContain('Budi');
    expect(answer.text).not.toContain('nama');
    expect(answer.json()['errors']).toEqual([
      { in: 'body', pointer: '/text', code: 'too-long', limit: 100, detail: 'Paling banyak 100' },
      { in: 'body', pointer: '/kind', code: 'unknown-code', detail: 'Pilih salah satu kode yang tersedia' },
      { in: 'body', pointer: '/tags/0/name', code: 'wrong-type', detail: 'Jenis isian tidak sesuai' },
      { in: 'body', pointer: '/tags/1/name', code: 'required', detail: 'Wajib diisi' },
      { in: 'body', pointer: '/tags/1', code: 'unknown-field', detail: 'Ada isian yang tidak dikenal' },
    ]);
  });

  it.each([
    ['a field that nobody knows', { text: 'x', version: 7 }],
    ['four tags', { text: 'x', tags: Array.from({ length: 4 }, () => ({ name: 'a' })) }],
    ['a thousand tags', { text: 'x', tags: Array.from({ length: 1_001 }, () => ({ name: 'a' })) }],
    ['nothing', null],
    ['a list', []],
    ['broken JSON', '{"text": "Budi'],
    ['a name twice', '{"text":"a","text":"Budi"}'],
    ['a name twice, once escaped', '{"text":"a","te\\u0078t":"Budi"}'],
    ['a prototype', '{"text":"a","__proto__":{"admin":true}}'],
    ['a constructor', '{"text":"a","constructor":{"prototype":{}}}'],
    ['33 levels', `${'['.repeat(33)}${']'.repeat(33)}`],
    ['a very deep nesting', '['.repeat(500_000)],
    ['a number of 100,000 digits', `{"text":${'9'.repeat(100_000)}}`],
  ])('with %s is refused', async (_, body) => {
    const answer = await post(body);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(answer.text).not.toContain('Budi');
  });

  it('that is not UTF-8 is refused', async () => {
    expect((await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(400);
  });

  it('of more than a mebibyte is refused', async () => {
    const answer = await post({ text: 'x'.repeat(1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(answer.json()['code']).toBe('payload-too-large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data'])(
    'as %s is refused',
    async (type) => {
      const answer = await post('text=hello', { headers: { 'content-type': type } });
      expect(answer.status).toBe(415);
    },
  );

  it.each([
    '/v1/notes?limit=101',
    '/v1/notes?limit=0',
    '/v1/notes?limit=2&limit=3',
    '/v1/notes?page=2',
    '/v1/notes?kind=x',
    '/v1/notes/7',
  ])('in the address (%s) is refused', async (url) => {
    expect((await call({ url })).status).toBe(400);
  });
});

describe('a repeated request', () => {
  it('gets the first answer again', async () => {
    const authorization = service.bearer();
    const key = randomUUID();
    const first = await post({ text: 'once' }, { key, headers: { authorization } });
    const second = await post({ text: 'once' }, { key: `"${key}"`, headers: { authorization } });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.status).toBe(201);
    expect(second.headers['etag']).toBe('"1"');
    expect(second.json()).toEqual(first.json());
  });

  it('is refused when it is another request under the same key', async () => {
    const authorization = service.bearer();
    const key = randomUUID();
    await post({ text: 'one' }, { key, headers: { authorization } });
    const answer = await post({ text: 'two' }, { key, headers: { authorization } });
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('needs a key', async () => {
    const answer = await call({ method: 'POST', url: '/v1/notes', body: { text: 'x' } });
    expect(answer.status).toBe(400);
    expect(answer.json()['code']).toBe('idempotency-key-missing');
  });

  it.each(['x'.repeat(129), 'with space', '"unclosed', '"', '""'])(
    'needs a key of a good form, not %s',
    async (key) => {
      expect((await post({ text: 'x' }, { key })).status).toBe(400);
    },
  );
});

describe('a change', () => {
  const change = async (headers: Record<string, string>) => {
    const { id } = (await post({ text: 'before' })).json();
    return call({ method: 'PUT', url: `/v1/notes/${String(id)}`, body: { text: 'after' }, headers });
  };

  it('is made to the version that the caller saw', async () => {
    const answer = await change({ 'if-match': '"1"' });
    expect(answer.status).toBe(200);
    expect(answer.headers['etag']).toBe('"2"');
  });

  it('of another version is refused with what the caller can do', async () => {
    const answer = await change({ 'if-match': '"7"' });
    expect(answer.status).toBe(412);
    expect(answer.json()).toMatchObject({ code: 'stale-version', currentVersion: 8 });
  });

  it('without a version is refused', async () => {
    expect((await change({})).status).toBe(428);
  });

  it.each(['*', 'W/"1"', '1', '"x"', '"1", "2"'])(
    'of a malformed version (%s) is refused',
    async (version) => {
      expect((await change({ 'if-match': version })).status).toBe(400);
    },
  );
});

describe('a page', () => {
  it('leads to the next, for the same filters only', async () => {
    const first = (await call({ url: '/v1/notes?limit=2&kind=plain' })).json();
    const cursor = String(first['next']);
    expect((await call({ url: `/v1/notes?limit=3&kind=plain&cursor=${cursor}` })).json()['items']).toEqual([
      5,
    ]);
    expect((await call({ url: `/v1/notes?kind=urgent&cursor=${cursor}` })).status).toBe(400);
    expect((await call({ url: `/v1/notes?cursor=${cursor}` })).status).toBe(400);
  });

  it('is not reached by a cursor that was tampered with', async () => {
    const { next } = (await call({ url: '/v1/notes' })).json();
    const [, signature] = String(next).split('.');
    const other = Buffer.from('{"n":0}').toString('base64url');
    for (const cursor of [
      `${other}.${signature}`,
      `${String(next)}x`,
      String(next).slice(0, -2),
      'junk',
      '.',
      'a.b.c',
    ]) {
      const answer = await call({ url: `/v1/notes?cursor=${encodeURIComponent(cursor)}` });
      expect(answer.status).toBe(400);
      expect(answer.json()['errors']).toEqual([
        { in: 'query', pointer: '/cursor', code: 'invalid-cursor', detail: 'Penanda halaman tidak berlaku' },
      ]);
    }
  });
});

describe('an error', () => {
  it('of ours says nothing but its trace id', async () => {
    const traceId = 'a'.repeat(32);
    const traceparent = `00-${traceId}-${'b'.repeat(16)}-01`;
    const answer = await call({ url: '/v1/forgotten/bug', headers: { traceparent } });
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
    const answer = await post({ text: 'forbidden' });
    expect(answer.status).toBe(500);
    expect(answer.text).not.toMatch(/note|insert|check|constraint|forbidden/i);
  });

  it('is told in English to those who ask for it', async () => {
    const title = async (language: string) =>
      (await call({ url: `/v1/notes/${randomUUID()}`, headers: { 'accept-language': language } })).json()[
        'title'
      ];
    expect(await title('en-GB,en;q=0.9,id;q=0.5')).toBe('Not found');
    expect(await title('id,en;q=0.9')).toBe('Tidak ditemukan');
    expect(await title('de')).toBe('Tidak ditemukan');
  });
});

describe('an address', () => {
  it('that leads nowhere is not found', async () => {
    const answer = await call({ url: '/v1/nothing?name=Budi' });
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.text).not.toContain('Budi');
  });

  it.each(['DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'HEAD', 'PROPFIND'])(
    'does not take %s where it has no such method',
    async (method) => {
      const answer = await call({ method, url: `/v1/notes/${randomUUID()}?x=1` });
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, PUT');
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    },
  );

  it('that cannot be decoded is refused', async () => {
    const answer = await call({ url: '/v1/notes/%ff%' });
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

  it.each(requests)('(%s) carries the security headers and its ids', async (_, request) => {
    const { headers } = await call({ ...request, headers: { ...request.headers, 'x-request-id': 'mine-1' } });
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
      'x-request-id': 'mine-1',
      traceparent: expect.stringMatching(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/) as string,
    });
    expect(headers['server']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers['content-type']).toMatch(/charset=utf-8$/);
  });

  it('carries a new request id where the caller’s is not safe', async () => {
    const { headers } = await call({ url: '/livez', headers: { 'x-request-id': 'a b<script>' } });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{32}$/);
  });
});
