import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stack } from '@rujukan/testing';

const tokenUrl = (realm: string) => `${realm}/protocol/openid-connect/token`;

const ask = (url: string, form: Record<string, string>) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form) });

/** Signs a demo user in and out again at Keycloak. @returns the id of the account */
export async function signInAndOut(login: string): Promise<string> {
  const { issuer, users } = stack();
  const user = users.find((one) => one.login === login)!;
  const client = { client_id: 'demo-cli' };
  const answer = await ask(tokenUrl(issuer), {
    ...client,
    grant_type: 'password',
    scope: 'openid',
    username: login,
    password: user.password,
  });
  const tokens = (await answer.json()) as { access_token: string; refresh_token: string };
  const out = await ask(`${issuer}/protocol/openid-connect/logout`, {
    ...client,
    refresh_token: tokens.refresh_token,
  });
  if (!out.ok) throw new Error(`Keycloak answers ${out.status} to a sign-out`);
  const [, claims = ''] = tokens.access_token.split('.');
  return (JSON.parse(Buffer.from(claims, 'base64url').toString()) as { sub: string }).sub;
}

/** @returns the status of the answer. */
export async function signInWrongly(login: string): Promise<number> {
  const form = {
    client_id: 'demo-cli',
    grant_type: 'password',
    username: login,
    password: 'not the password',
  };
  return (await ask(tokenUrl(stack().issuer), form)).status;
}

/** Changes an account as Keycloak's administrator. */
export async function changeAccount(id: string, change: Record<string, unknown>): Promise<void> {
  const { issuer } = stack();
  const secrets = JSON.parse(
    readFileSync(join(dirname(process.env['TEST_STACK'] ?? '.run/stack.json'), 'secrets.json'), 'utf8'),
  ) as Record<string, string>;
  const answer = await ask(tokenUrl(issuer.replace(/[^/]+$/, 'master')), {
    client_id: 'admin-cli',
    grant_type: 'password',
    username: 'launcher',
    password: secrets['keycloak-admin']!,
  });
  const { access_token: token } = (await answer.json()) as { access_token: string };
  const account = `${issuer.replace('/realms/', '/admin/realms/')}/users/${id}`;
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const known = (await (await fetch(account, { headers })).json()) as Record<string, unknown>;
  const body = JSON.stringify({ ...known, ...change });
  const changed = await fetch(account, { method: 'PUT', headers, body });
  if (!changed.ok) throw new Error(`Keycloak answers ${changed.status} to a change`);
}
