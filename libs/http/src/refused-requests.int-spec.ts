import { randomUUID } from 'node:crypto';
import { eventually, publishedEntries } from '@rujukan/testing';
import { call, post, type Request } from '../test/caller.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';
import { RefusedRequests } from './refused-requests.js';

let service: RunningService;

beforeEach(async () => {
  service = await runningService({ env: { RATE_LIMIT_PER_MINUTE: '40' } });
});
afterEach(closeServices);

const entries = () => publishedEntries(service.database.owner);
const json = { 'content-type': 'application/json' };
const name = 'Melati Contoh';

const refusals: [string, Request, object][] = [
  [
    'a body that no schema takes',
    {
      url: '/v1/notes',
      method: 'POST',
      body: { text: name, [name]: 1 },
      headers: { 'idempotency-key': 'k' },
    },
    { type: 'note.add', action: 'C', outcome: 'failed', reason: 'invalid-request' },
  ],
  [
    'a path that no schema takes',
    { url: `/v1/notes/${encodeURIComponent(name)}` },
    { type: 'note.read', action: 'R', outcome: 'failed', reason: 'invalid-request' },
  ],
  [
    'a query with a name of the caller’s own',
    { url: `/v1/notes?kind=plain&${encodeURIComponent(name)}=1` },
    { type: 'note.list', outcome: 'failed', reason: 'invalid-request', criteria: ['kind'] },
  ],
  [
    'a body that is no JSON',
    { url: '/v1/notes', method: 'POST', body: `{${name}`, headers: json },
    { type: 'note.add', action: 'C', outcome: 'failed', reason: 'invalid-request' },
  ],
  [
    'a body of another kind',
    { url: '/v1/notes', method: 'POST', body: name, headers: { 'content-type': 'text/plain' } },
    { type: 'note.add', action: 'C', outcome: 'failed', reason: 'unsupported-media-type' },
  ],
  [
    'a body that is too large',
    {
      url: '/v1/notes',
      method: 'POST',
      body: JSON.stringify({ text: 'x'.repeat(1_100_000) }),
      headers: json,
    },
    { type: 'note.add', action: 'C', outcome: 'failed', reason: 'payload-too-large' },
  ],
  [
    'a purpose that does not exist',
    { url: '/v1/notes', headers: { 'purpose-of-use': 'curiosity' } },
    { type: 'note.list', action: 'R', outcome: 'failed', reason: 'invalid-request' },
  ],
  [
    'a change without the version that was seen',
    {
      url: `/v1/notes/${randomUUID()}`,
      method: 'PUT',
      body: JSON.stringify({ text: 'x' }),
      headers: json,
    },
    { type: 'note.change', action: 'U', outcome: 'failed', reason: 'precondition-required' },
  ],
  [
    'an address that leads nowhere',
    { url: `/v1/nothing?name=${encodeURIComponent(name)}` },
    { type: 'route.unknown', action: 'R', outcome: 'denied', reason: 'not-found' },
  ],
  [
    'a method that the address does not have',
    { url: '/v1/notes', method: 'DELETE' },
    { type: 'route.unknown', action: 'E', outcome: 'failed', reason: 'method-not-allowed' },
  ],
  [
    'a bug of ours',
    { url: '/v1/forgotten/bug' },
    { type: 'forgotten.read', action: 'R', outcome: 'failed', reason: 'internal-error' },
  ],
];

describe('what is refused has one entry, with a code and without a word of what was sent', () => {
  it.each(refusals)('%s', async (_, request, entry) => {
    const requestId = randomUUID();
    const answer = await call(service, {
      ...request,
      headers: { ...request.headers, 'x-request-id': requestId },
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const found = await entries();
    expect(found).toEqual([expect.objectContaining({ ...entry, requestId })]);
    expect(found[0]!.actor.sub).not.toBe('anonymous');
    expect(JSON.stringify(found)).not.toContain('Contoh');
  });

  it('a repeated key’s missing header', async () => {
    const answer = await call(service, {
      url: '/v1/notes',
      method: 'POST',
      body: JSON.stringify({ text: 'x' }),
      headers: json,
    });
    expect(answer.json()['code']).toBe('idempotency-key-missing');
    expect(await entries()).toMatchObject([{ type: 'note.add', reason: 'idempotency-key-missing' }]);
  });

  it('and what was served has one as well', async () => {
    await post(service, { text: 'x' });
    await call(service, { url: '/v1/notes?kind=plain&limit=5' });
    expect(await entries()).toMatchObject([
      { type: 'note.add', outcome: 'success' },
      { type: 'note.list', outcome: 'success', criteria: ['kind'] },
    ]);
  });
});

describe('a flood of requests', () => {
  const flood = async (count: number, request: Request) => {
    for (let at = 0; at < count; at += 1) await call(service, request);
  };

  it('of one caller is one entry at once, and one that says how many followed', async () => {
    const authorization = service.bearer();
    const request = { url: '/v1/notes', role: 'nobody', headers: { authorization } };
    await flood(45, request);
    const limited = async () => (await entries()).filter(({ reason }) => reason === 'too-many-requests');
    expect(await limited()).toMatchObject([{ type: 'note.list', outcome: 'denied' }]);

    await service.app.get(RefusedRequests).writeCounts();
    const [first, rest, ...more] = await limited();
    expect(more).toEqual([]);
    expect(first).not.toHaveProperty('times');
    expect(rest).toMatchObject({ type: 'note.list', times: 4, actor: first!.actor });
    await service.app.get(RefusedRequests).writeCounts();
    expect(await limited()).toHaveLength(2);
  });

  it('of nobody, against doors that are not there, is no flood of entries', async () => {
    await flood(20, { url: '/v1/nothing', role: 'nobody' });
    expect(await entries()).toHaveLength(1);
    await service.app.get(RefusedRequests).writeCounts();
    expect(await entries()).toMatchObject([{ actor: { sub: 'anonymous' } }, { times: 19 }]);
  });

  it('is counted to the end, also when the service stops', async () => {
    await flood(3, { url: '/v1/nothing', role: 'nobody' });
    await service.app.close();
    await eventually('the count', async () => (await entries()).length === 2);
  });
});

describe('a read that cannot be recorded', () => {
  it('is answered with 503 and with nothing of what was read', async () => {
    const added = await post(service, { text: 'a secret of no consequence' });
    const url = `/v1/notes/${String(added.json()['id'])}`;
    expect((await call(service, { url })).text).toContain('secret');

    await service.database.owner.query('revoke insert on outbox from referral_app');
    for (const address of [url, '/v1/notes']) {
      const answer = await call(service, { url: address });
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBe('5');
      expect(answer.headers['etag']).toBeUndefined();
      expect(answer.json()).toEqual({
        type: 'urn:rujukan:problem:service-unavailable',
        title: expect.any(String) as string,
        status: 503,
        code: 'service-unavailable',
        traceId: expect.any(String) as string,
      });
    }
    expect((await call(service, { url, role: 'nobody' })).status).toBe(401);

    await service.database.owner.query('grant insert on outbox to referral_app');
    expect((await call(service, { url })).text).toContain('secret');
  });
});
