import { eventually, tokenFor } from '@rujukan/testing';
import { world } from '../e2e/support/world.js';
import { askLauncher } from './support/processes.js';

const { here } = world();

describe('while the identity provider is away', () => {
  it('goes on with who is signed in, and says clearly that nobody new can sign in', async () => {
    const token = await eventually('a token', () => tokenFor('uptd.manajer'), {
      withinMs: 60_000,
      everyMs: 500,
    });
    const ask = () =>
      fetch(`${here.services.intake.url}/v1/cases`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);

    await askLauncher('remove', 'keycloak');
    const signIn = await eventually('sign-in to be refused', async () => {
      const answer = await fetch(`${here.portal.url}/auth/login`, { redirect: 'manual' });
      return answer.status === 503 ? answer : undefined;
    });
    expect(signIn.headers.get('retry-after')).not.toBeNull();
    expect((await ask()).status).toBe(200);

    await askLauncher('start', 'keycloak');
    await eventually(
      'sign-in to work again',
      async () => (await fetch(`${here.portal.url}/auth/login`, { redirect: 'manual' })).status < 400,
      { withinMs: 60_000, everyMs: 500 },
    );
  });
});
