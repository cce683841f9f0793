import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { eventually } from '@rujukan/testing';
import { send } from '../test/http-client.js';
import { answers } from '../test/local-issuer.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';
import { stopApi } from './start-api.js';

const get = (service: RunningService, url: string, authorization?: string) =>
  send(`${service.url}${url}`, { headers: authorization === undefined ? {} : { authorization } });

afterEach(closeServices);

describe('while the database is away', () => {
  it('the service says when to come back, stays alive, keeps its doors closed, and recovers', async () => {
    const service = await runningService();
    const worker = service.bearer();
    expect((await get(service, '/v1/notes', worker)).status).toBe(200);
    await service.link.cut();

    const answer = await get(service, '/v1/notes', worker);
    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.json()).toEqual({
      type: 'urn:rujukan:problem:service-unavailable',
      title: 'Layanan sedang tidak tersedia; coba lagi sebentar lagi',
      status: 503,
      code: 'service-unavailable',
      traceId: expect.any(String) as string,
    });
    expect((await get(service, '/livez')).status).toBe(200);
    expect((await get(service, '/readyz')).status).toBe(503);
    expect((await get(service, '/v1/notes')).status).toBe(401);
    expect((await get(service, '/v1/notes', service.bearer('auditor'))).status).toBe(403);

    await service.link.mend();
    await eventually('the service to recover', async () => (await get(service, '/readyz')).status === 200);
    expect((await get(service, '/v1/notes', worker)).status).toBe(200);
  });
});

describe('while the identity provider is away', () => {
  it.each([
    ['is silent', answers.nothing()],
    ['talks nonsense', answers.text('<html>')],
  ])(
    'from the start (it %s), callers are told so, and are served once it is there',
    async (_, answer) => {
      const service = await runningService({ answer });
      const worker = service.bearer();
      const refused = await get(service, '/v1/notes', worker);
      expect(refused.status).toBe(503);
      expect(refused.headers['retry-after']).toBe('5');
      expect(refused.json()['code']).toBe('identity-provider-unavailable');
      expect((await get(service, '/readyz')).status).toBe(200);
      expect((await get(service, '/v1/notes')).status).toBe(401);

      service.issuer.answer(service.keys);
      await eventually(
        'the caller to be served',
        async () => (await get(service, '/v1/notes', worker)).status === 200,
        {
          withinMs: 10_000,
          everyMs: 200,
        },
      );
    },
    15_000,
  );

  it('after the start, known keys go on working and unknown ones are refused', async () => {
    const service = await runningService();
    expect((await get(service, '/v1/notes', service.bearer())).status).toBe(200);
    await service.issuer.close();
    expect((await get(service, '/v1/notes', service.bearer())).status).toBe(200);
  });
});

describe('a caller who asks too often', () => {
  it('is told how much is left and when to come back', async () => {
    const service = await runningService({ env: { RATE_LIMIT_PER_MINUTE: '20' } });
    const worker = service.bearer();
    const first = await get(service, '/v1/notes', worker);
    expect(first.headers['ratelimit-policy']).toBe('"default";q=20;w=60');
    expect(first.headers['ratelimit']).toBe('"default";r=19;t=60');
    for (let count = 0; count < 19; count++) await get(service, '/v1/notes', worker);

    const answer = await get(service, '/v1/notes', worker);
    expect(answer.status).toBe(429);
    expect(answer.json()['code']).toBe('too-many-requests');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await get(service, '/v1/notes', service.bearer())).status).toBe(200);
  });

  it('without a token is stopped sooner, before more is recorded', async () => {
    const service = await runningService({ env: { RATE_LIMIT_PER_MINUTE: '20' } });
    const statuses = [];
    for (let count = 0; count < 6; count++) statuses.push((await get(service, '/v1/notes')).status);
    expect(statuses).toEqual([401, 401, 429, 429, 429, 429]);
    const [row] = await service.database.owner.query<{ count: string }[]>('select count(*) from outbox');
    expect(row?.count).toBe('3'); // and later one more, which says how many came besides
    expect((await get(service, '/v1/notes', service.bearer())).status).toBe(200);
  });

  it('for things that are not there is stopped, and one who waits for the same thing is not', async () => {
    const service = await runningService({ env: { RATE_LIMIT_PER_MINUTE: '900' } });
    const allowed = 30;
    const patient = service.bearer();
    const awaited = randomUUID();
    for (let count = 0; count <= allowed + 5; count++)
      expect((await get(service, `/v1/notes/${awaited}`, patient)).status).toBe(404);

    const guesser = service.bearer();
    for (let count = 0; count <= allowed; count++)
      expect((await get(service, `/v1/notes/${randomUUID()}`, guesser)).status).toBe(404);
    expect((await get(service, `/v1/notes/${randomUUID()}`, guesser)).status).toBe(429);
  });
});

describe('a service that stops', () => {
  it('is not ready, answers what it has taken, and lets the database go', async () => {
    const service = await runningService();
    expect((await get(service, '/readyz')).json()).toEqual({ status: 'up', checks: { database: 'up' } });
    const holder = service.database.owner.createQueryRunner();
    await holder.query('select pg_advisory_lock(7)');
    const taken = get(service, '/v1/forgotten/waiting', service.bearer());
    await eventually('the request to wait in the database', () => isWaiting(service));

    const stopping = stopApi(service.app, 200);
    expect((await get(service, '/readyz')).status).toBe(503);
    expect((await get(service, '/v1/notes', service.bearer())).status).toBe(200);
    await eventually('the port to close', () => isRefused(service));
    await holder.query('select pg_advisory_unlock(7)');
    await holder.release();
    await stopping;
    expect((await taken).status).toBe(200);
    expect(service.app.get(DataSource).isInitialized).toBe(false);
  });
});

const isWaiting = async (service: RunningService): Promise<boolean> =>
  (
    await service.database.owner.query<unknown[]>(
      `select 1 from pg_locks where locktype = 'advisory' and not granted
        and database = (select oid from pg_database where datname = current_database())`,
    )
  ).length > 0;

const isRefused = (service: RunningService): Promise<boolean> =>
  get(service, '/livez').then(
    () => false,
    () => true,
  );
