import { randomUUID } from 'node:crypto';
import { call, post } from '../test/caller.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runningService();
});
afterAll(closeServices);

describe('input', () => {
  it('that does not fit is refused with places and reasons and no echo', async () => {
    const answer = await post(service, {
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
    const answer = await post(service, body);
    expect(answer.status).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'invalid-request', status: 400 });
    expect(answer.text).not.toContain('Budi');
  });

  it('that is not UTF-8 is refused', async () => {
    expect((await post(service, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).status).toBe(400);
  });

  it('of more than a mebibyte is refused', async () => {
    const answer = await post(service, { text: 'x'.repeat(1024 * 1024) });
    expect(answer.status).toBe(413);
    expect(answer.json()['code']).toBe('payload-too-large');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data'])(
    'as %s is refused',
    async (type) => {
      const answer = await post(service, 'text=hello', { headers: { 'content-type': type } });
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
    expect((await call(service, { url })).status).toBe(400);
  });
});

describe('a repeated request', () => {
  it('gets the first answer again', async () => {
    const authorization = service.bearer();
    const key = randomUUID();
    const first = await post(service, { text: 'once' }, { key, headers: { authorization } });
    const second = await post(service, { text: 'once' }, { key: `"${key}"`, headers: { authorization } });
    expect(first.headers['idempotency-replayed']).toBeUndefined();
    expect(second.headers['idempotency-replayed']).toBe('true');
    expect(second.status).toBe(201);
    expect(second.headers['etag']).toBe('"1"');
    expect(second.json()).toEqual(first.json());
  });

  it('is refused when it is another request under the same key', async () => {
    const authorization = service.bearer();
    const key = randomUUID();
    await post(service, { text: 'one' }, { key, headers: { authorization } });
    const answer = await post(service, { text: 'two' }, { key, headers: { authorization } });
    expect(answer.status).toBe(422);
    expect(answer.json()).toMatchObject({ code: 'idempotency-key-reused' });
  });

  it('needs a key', async () => {
    const answer = await call(service, { method: 'POST', url: '/v1/notes', body: { text: 'x' } });
    expect(answer.status).toBe(400);
    expect(answer.json()['code']).toBe('idempotency-key-missing');
  });

  it.each(['x'.repeat(129), 'with space', '"unclosed', '"', '""'])(
    'needs a key of a good form, not %s',
    async (key) => {
      expect((await post(service, { text: 'x' }, { key })).status).toBe(400);
    },
  );
});

describe('a change', () => {
  const change = async (headers: Record<string, string>) => {
    const { id } = (await post(service, { text: 'before' })).json();
    return call(service, { method: 'PUT', url: `/v1/notes/${String(id)}`, body: { text: 'after' }, headers });
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
    const first = (await call(service, { url: '/v1/notes?limit=2&kind=plain' })).json();
    const cursor = String(first['next']);
    expect(
      (await call(service, { url: `/v1/notes?limit=3&kind=plain&cursor=${cursor}` })).json()['items'],
    ).toEqual([5]);
    expect((await call(service, { url: `/v1/notes?kind=urgent&cursor=${cursor}` })).status).toBe(400);
    expect((await call(service, { url: `/v1/notes?cursor=${cursor}` })).status).toBe(400);
  });

  it('is not reached by a cursor that was tampered with', async () => {
    const { next } = (await call(service, { url: '/v1/notes' })).json();
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
      const answer = await call(service, { url: `/v1/notes?cursor=${encodeURIComponent(cursor)}` });
      expect(answer.status).toBe(400);
      expect(answer.json()['errors']).toEqual([
        { in: 'query', pointer: '/cursor', code: 'invalid-cursor', detail: 'Penanda halaman tidak berlaku' },
      ]);
    }
  });
});
