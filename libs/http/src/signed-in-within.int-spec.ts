import { randomUUID } from 'node:crypto';
import { publishedEntries } from '@rujukan/testing';
import { call } from '../test/caller.js';
import { closeServices, runningService, type RunningService } from '../test/running-service.js';

let service: RunningService;

beforeAll(async () => {
  service = await runningService();
});
afterAll(closeServices);

const seconds = () => Math.floor(Date.now() / 1_000);
const ask = (claims: Record<string, unknown>, role = 'case-manager') => {
  const headers = { authorization: service.bearer(role, claims) };
  return call(service, { url: '/v1/notes/sealed/all', role: 'nobody', headers });
};

describe('a route for people who signed in a moment ago', () => {
  it('answers them', async () => {
    expect((await ask({ auth_time: seconds() - 299 })).status).toBe(200);
  });

  it.each([
    ['an hour ago', () => ({ auth_time: seconds() - 3_600 })],
    ['a moment too early', () => ({ auth_time: seconds() - 302 })],
    ['nobody knows when', () => ({})],
  ])('challenges whoever signed in %s, as RFC 9470 says, and keeps record', async (_, claims) => {
    const sub = randomUUID();
    const answer = await ask({ ...claims(), sub });
    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ code: 'insufficient-user-authentication' });
    expect(answer.headers['www-authenticate']).toBe(
      'Bearer realm="rujukan", error="insufficient_user_authentication", error_description="Sign in again", max_age="300"',
    );
    const entries = await publishedEntries(service.database.owner);
    expect(entries.at(-1)).toMatchObject({
      type: 'note.unseal',
      outcome: 'denied',
      reason: 'insufficient-user-authentication',
      actor: { sub },
    });
  });

  it('does not answer an agency’s system, which never signs in', async () => {
    expect((await ask({ auth_time: seconds() }, 'agency-system')).status).toBe(401);
  });

  it('says first that a role may not: nobody is sent to sign in for nothing', async () => {
    expect((await ask({}, 'auditor')).status).toBe(403);
  });

  it('answers one person so often in a minute, and everybody else as before', async () => {
    const claims = { auth_time: seconds(), sub: randomUUID() };
    const answers = [];
    for (let asked = 0; asked < 4; asked += 1) answers.push(await ask(claims));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.headers['retry-after']).toMatch(/^\d+$/);
    expect((await ask({ auth_time: seconds() })).status).toBe(200);
  });
});
