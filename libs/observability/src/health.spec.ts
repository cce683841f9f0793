import { HealthRegistry } from './health.js';

const up = () => Promise.resolve(true);

describe('readiness', () => {
  it('needs every probe', async () => {
    const health = new HealthRegistry();
    health.add('database', up);
    expect(await health.readiness()).toEqual({ ready: true, checks: { database: 'up' } });
    health.add('keys', () => Promise.resolve(false));
    expect(await health.readiness()).toEqual({ ready: false, checks: { database: 'up', keys: 'down' } });
  });

  it('is not lost to what only people must look at, and says that they must', async () => {
    const health = new HealthRegistry();
    let isWell = true;
    health.remark('sources', () => isWell);
    expect(await health.readiness()).toEqual({ ready: true, checks: { sources: 'up' } });
    isWell = false;
    expect(await health.readiness()).toEqual({ ready: true, checks: { sources: 'alarm' } });
  });

  it('counts a probe that throws or never answers as down', async () => {
    const health = new HealthRegistry();
    health.add('throws', () => Promise.reject(new Error('away')));
    health.add('hangs', () => new Promise(() => undefined));
    expect(await health.readiness(10)).toEqual({ ready: false, checks: { throws: 'down', hangs: 'down' } });
  });

  it('is asked of each probe once, however many ask at the same time', async () => {
    const health = new HealthRegistry();
    let asked = 0;
    health.add('database', () => {
      asked++;
      return up();
    });
    const answers = await Promise.all(Array.from({ length: 100 }, () => health.readiness()));
    expect(answers.every(({ ready }) => ready)).toBe(true);
    expect(asked).toBe(1);
    await health.readiness();
    expect(asked).toBe(2);
  });

  it('ends when the process drains', async () => {
    const health = new HealthRegistry();
    health.add('database', up);
    health.drain();
    expect((await health.readiness()).ready).toBe(false);
  });
});
