import type { DataSource } from 'typeorm';
import { leakCheck, testDatabase, type TestDatabase } from '@rujukan/testing';
import { CreateSpecimen1000000000000 } from './fixtures/specimen-service.js';
import { serveHealth, type HealthServer } from '@rujukan/observability';
import { WorkerHealth } from './worker-health.js';

describe('the health of a worker', () => {
  const nothingLeft = leakCheck();
  let db: TestDatabase;
  let server: HealthServer;
  let health: WorkerHealth;

  const serve = async (database: DataSource) => {
    health = new WorkerHealth(database);
    server = await serveHealth('127.0.0.1', 0, health);
  };
  const ask = async (path: string) => {
    const answer = await fetch(server.url + path);
    return [answer.status, await answer.json()];
  };

  beforeEach(async () => {
    db = await testDatabase('specimen', [CreateSpecimen1000000000000]);
    await serve(db.worker);
  });
  afterEach(async () => {
    await server.close();
    await db.close();
  });
  afterAll(() => nothingLeft());

  it('asks for a restart when a part says that nothing else can help', async () => {
    health.watch('consumer', { isAlive: () => false, isReady: () => false });
    expect(await ask('/livez')).toEqual([503, { alive: false, dead: ['consumer'] }]);
  });

  it('does not ask for a restart because the database is away', async () => {
    await db.worker.destroy();
    expect(await ask('/livez')).toEqual([200, { alive: true, dead: [] }]);
    expect(await ask('/readyz')).toEqual([503, { ready: false, checks: { database: 'down' } }]);
  });

  it('is not ready while it is being stopped', async () => {
    expect((await ask('/readyz'))[0]).toBe(200);
    health.drain();
    expect((await ask('/readyz'))[0]).toBe(503);
  });

  it('says at once when its port is taken', async () => {
    const port = Number(new URL(server.url).port);
    await expect(serveHealth('127.0.0.1', port, health)).rejects.toThrow('EADDRINUSE');
  });
});
