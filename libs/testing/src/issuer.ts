import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Bearer {
  /** Null for the platform itself. */
  readonly agencyId: string | null;
  readonly roles: readonly string[];
  readonly subject?: string;
}

/** An issuer of tokens for the edge of one service: good ones only. Forged ones are the business of libs/http. */
export interface TestIssuer {
  readonly issuer: string;
  /** An access token of the client `portal`, five minutes of life. */
  token(bearer: Bearer): string;
  close(): void;
}

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });

export async function testIssuer(): Promise<TestIssuer> {
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'key', use: 'sig', alg: 'RS256' };
  const server = createServer((_, answer) => answer.end(JSON.stringify({ keys: [jwk] })));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realms/rujukan`;
  return {
    issuer,
    token: (bearer) => signed(claimsOf(issuer, bearer)),
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

function claimsOf(issuer: string, { agencyId, roles, subject = randomUUID() }: Bearer): object {
  const seconds = Math.floor(Date.now() / 1000);
  return {
    iss: issuer,
    aud: 'rujukan-api',
    azp: 'portal',
    typ: 'Bearer',
    sub: subject,
    jti: randomUUID(),
    iat: seconds,
    exp: seconds + 300,
    realm_access: { roles },
    ...(agencyId === null ? {} : { agency_id: agencyId }),
  };
}

function signed(claims: object): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const content = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'key' })}.${encode(claims)}`;
  return `${content}.${sign('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url')}`;
}
