import { CallFailed } from './client.mjs';
import { shifted } from './directory.mjs';
import { duration, insisting } from './replay.mjs';

describe('time in a story', () => {
  it.each([
    ['+2:35', 2 * 3_600_000 + 35 * 60_000],
    ['+5d', 5 * 86_400_000],
    ['-49d 11h', -(49 * 86_400_000 + 11 * 3_600_000)],
    ['-8d 11:30', -(8 * 86_400_000 + 11 * 3_600_000 + 30 * 60_000)],
  ])('%s is a duration', (text, ms) => expect(duration(text)).toBe(ms));

  it('refuses what is no duration', () => expect(() => duration('+tomorrow')).toThrow('not a duration'));
});

describe('a day of an agreement', () => {
  it('lies as far from the end of the stories as it was written', () => {
    expect(shifted('2025-09-30', new Date('2025-11-03T02:00:00Z'))).toBe('2025-09-30');
    expect(shifted('2025-12-31', new Date('2026-11-03T20:00:00Z'))).toBe('2026-12-31');
  });
});

describe('a step that is tried again', () => {
  const refused = (status: number, code?: string) =>
    new CallFailed({
      service: 'intake',
      method: 'POST',
      path: '/v1/reports',
      status,
      body: code === undefined ? undefined : { code },
      requestId: '',
      actor: '',
      ms: 0,
    });
  const failingOnce = (error: Error) => {
    let calls = 0;
    const act = () => ((calls += 1) === 1 ? Promise.reject(error) : Promise.resolve(calls));
    return insisting(act);
  };

  it.each([
    ['a service is away', refused(503)],
    ['a case is not known yet', refused(404, 'not-found')],
    ['an agency is not known yet', refused(409, 'unknown-agency')],
    ['nobody listens', new TypeError('fetch failed')],
  ])('goes on when %s', async (_, error) => {
    expect(await failingOnce(error)).toBe(2);
  });

  it.each([
    ['was triaged already', refused(409, 'report-already-triaged')],
    ['is not what the service takes', refused(400, 'invalid-request')],
    ['has a bug', new Error('a bug')],
  ])('ends when it %s: that does not pass', async (_, error) => {
    await expect(failingOnce(error)).rejects.toBe(error);
  });
});
