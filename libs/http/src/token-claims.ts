import { z } from 'zod';

/** Largest difference between our clock and the issuer's, in seconds. */
const toleranceSeconds = 30;

const part = z.string().regex(/^[\w-]+$/);

/** A header that we understand whole: no other algorithm, no key brought along, nothing critical. */
const Header = z
  .looseObject({
    alg: z.literal('RS256'),
    kid: z.string().min(1).max(200),
    typ: z.enum(['JWT', 'at+jwt']).optional(),
  })
  .refine((header) =>
    ['crit', 'jwk', 'jku', 'x5u', 'x5c', 'b64', 'zip', 'enc'].every((name) => !(name in header)),
  );

const Claims = z.looseObject({
  iss: z.string(),
  sub: z.uuid(),
  aud: z.union([z.string(), z.array(z.string()).max(50)]),
  azp: z.string().min(1).max(255),
  typ: z.literal('Bearer'),
  exp: z.int().positive(),
  iat: z.int().positive(),
  nbf: z.int().optional(),
  auth_time: z.int().nonnegative().optional(),
  jti: z.string().max(255).optional(),
  agency_id: z.uuid().optional(),
  realm_access: z.looseObject({ roles: z.array(z.string().max(100)).max(100) }).optional(),
  // A token bound to a key proves nothing without that proof, which is not taken here yet.
  cnf: z.undefined().optional(),
});

export type Claims = z.output<typeof Claims>;

export interface DecodedToken {
  readonly kid: string;
  readonly claims: Claims;
}

export interface Expected {
  readonly issuer: string;
  readonly audience: string;
  readonly clients: readonly string[];
}

/** Takes a compact JWS apart; undefined when it is anything else or its header asks for anything special. */
export function decodeToken(token: string): DecodedToken | undefined {
  const parts = token.split('.');
  if (parts.length !== 3 || !parts.every((text) => part.safeParse(text).success)) return undefined;
  const header = Header.safeParse(json(parts[0]!));
  const claims = Claims.safeParse(json(parts[1]!));
  return header.success && claims.success ? { kid: header.data.kid, claims: claims.data } : undefined;
}

/** Every check on claims that keycloak-connect leaves out, and those it makes once more. */
export function fits(claims: Claims, expected: Expected, wall: Date): boolean {
  const now = Math.floor(wall.getTime() / 1000);
  const audience = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
  return (
    claims.iss === expected.issuer &&
    audience.includes(expected.audience) &&
    expected.clients.some((pattern) => matches(pattern, claims.azp)) &&
    claims.exp > now &&
    claims.iat <= now + toleranceSeconds &&
    (claims.nbf === undefined || claims.nbf <= now + toleranceSeconds)
  );
}

const matches = (pattern: string, client: string): boolean =>
  pattern.endsWith('*') && pattern.length > 1 ? client.startsWith(pattern.slice(0, -1)) : client === pattern;

const json = (text: string): unknown => {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    // Junk fails the schema like everything else.
    return undefined;
  }
};
