import { readFileSync } from 'node:fs';
import { stackFile } from './config.js';

export interface StackUser {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly agencyCode: string;
  readonly agencyId: string;
  readonly role: string;
}

export interface StackClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly agencyCode: string;
  readonly agencyId: string;
}

/** What the launcher writes about a running stack. */
export interface Stack {
  readonly services: Readonly<
    Record<
      'intake' | 'referral' | 'victim-services' | 'audit',
      { readonly url: string; readonly workerUrl: string }
    >
  >;
  readonly portal: { readonly url: string };
  /** Agencies' witnesses that run. */
  readonly witnesses: readonly { readonly agency: string; readonly url: string }[];
  /** Whom one may believe about the log. */
  readonly policyFile: string;
  readonly issuer: string;
  readonly jwksUri: string;
  readonly brokers: string;
  readonly clockFile: string;
  readonly users: readonly StackUser[];
  readonly clients: readonly StackClient[];
  readonly startedAt: string;
}

/** The stack under test. @throws when none was started. */
export const stack = (): Stack => JSON.parse(readFileSync(stackFile(), 'utf8')) as Stack;

interface Kept {
  readonly token: string;
  readonly until: number;
}
const tokens = new Map<string, Kept>();

/** An access token of a demo user, by the direct grant of the client `demo-cli`; kept until shortly before it ends. */
export function tokenFor(login: string): Promise<string> {
  const user = stack().users.find((one) => one.login === login);
  if (!user) throw new Error(`the stack has no user ${login}`);
  return kept(`user ${login}`, {
    grant_type: 'password',
    client_id: 'demo-cli',
    scope: 'openid',
    username: login,
    password: user.password,
  });
}

/** An access token of an agency's own system (client credentials). */
export function tokenForClient(clientId: string): Promise<string> {
  const client = stack().clients.find((one) => one.clientId === clientId);
  if (!client) throw new Error(`the stack has no client ${clientId}`);
  return kept(`client ${clientId}`, {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: client.clientSecret,
  });
}

async function kept(name: string, form: Record<string, string>): Promise<string> {
  const known = tokens.get(name);
  if (known && known.until > performance.now()) return known.token;
  const answer = await fetch(`${stack().issuer}/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  if (!answer.ok) throw new Error(`no token for ${name}: ${answer.status} ${await answer.text()}`);
  const { access_token: token, expires_in: seconds } = (await answer.json()) as {
    access_token: string;
    expires_in: number;
  };
  tokens.set(name, { token, until: performance.now() + (seconds - 20) * 1_000 });
  return token;
}
