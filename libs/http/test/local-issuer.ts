import { generateKeyPairSync, randomUUID, sign, type JsonWebKey, type KeyObject } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface TestKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

export const rsaKey = (kid: string, modulusLength = 2048): TestKey => ({
  kid,
  ...generateKeyPairSync('rsa', { modulusLength }),
});

export const jwkOf = (key: TestKey, more: Record<string, unknown> = {}): JsonWebKey => ({
  ...key.publicKey.export({ format: 'jwk' }),
  kid: key.kid,
  use: 'sig',
  alg: 'RS256',
  ...more,
});

export type Answer = (response: ServerResponse) => void;

/** Answers the way a key endpoint can go wrong. */
export const answers = {
  keys:
    (...keys: readonly JsonWebKey[]): Answer =>
    (response) =>
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys })),
  text:
    (body: string, status = 200): Answer =>
    (response) =>
      response.writeHead(status).end(body),
  redirect:
    (to: string): Answer =>
    (response) =>
      response.writeHead(302, { location: to }).end(),
  nothing: (): Answer => () => undefined,
} as const;

/** A key endpoint on this machine and tokens to go with it: the issuer is what is under attack here. */
export interface LocalIssuer {
  readonly issuer: string;
  readonly jwksUri: string;
  /** Requests that the endpoint has seen. */
  readonly fetches: () => number;
  answer(next: Answer): void;
  close(): Promise<void>;
}

export async function localIssuer(first: Answer): Promise<LocalIssuer> {
  let answer = first;
  let fetches = 0;
  const server = createServer((_, response) => {
    fetches++;
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}/realms/rujukan`;
  return {
    issuer,
    jwksUri: `${issuer}/protocol/openid-connect/certs`,
    fetches: () => fetches,
    answer: (next) => {
      answer = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A compact JWS, signed with RSA-SHA256 whatever its header says. */
export function signed(header: object, claims: object, key: TestKey): string {
  const content = `${encode(header)}.${encode(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), key.privateKey).toString('base64url')}`;
}

/** Claims of a good token; what is given replaces, what is undefined removes. */
export function claimsFor(
  issuer: string,
  wall: Date,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const now = Math.floor(wall.getTime() / 1000);
  const claims: Record<string, unknown> = {
    iss: issuer,
    sub: randomUUID(),
    aud: ['rujukan-api', 'account'],
    azp: 'rujukan-portal',
    typ: 'Bearer',
    exp: now + 300,
    iat: now,
    jti: randomUUID(),
    agency_id: randomUUID(),
    realm_access: { roles: ['case-manager', 'offline_access'] },
    ...more,
  };
  return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
}

export const goodHeader = (key: TestKey): Record<string, unknown> => ({
  alg: 'RS256',
  typ: 'JWT',
  kid: key.kid,
});
