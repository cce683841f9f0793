import { createHash } from 'node:crypto';
import KeycloakConnect from 'keycloak-connect';
import { LRUCache } from 'lru-cache';
import { permissionsOf, rolePermissions, type Actor } from '@rujukan/authz';
import type { Clock } from '@rujukan/kernel';
import type { KeySet, SigningKey } from './key-set.js';
import { decodeToken, fits, type Claims, type Expected } from './token-claims.js';

type GrantManager = KeycloakConnect.Keycloak['grantManager'];

interface Verified {
  readonly actor: Actor;
  /** End of life, milliseconds since the epoch. */
  readonly expiresAt: number;
}

/**
 * Recognises callers by their access token. keycloak-connect checks signature, issuer, type, expiry and audience;
 * everything that it lacks is checked before. A token that was verified is remembered until it ends or keys change.
 */
export class TokenVerifier {
  private readonly verified = new LRUCache<string, Verified>({ max: 10_000 });
  private readonly grantManagers = new Map<string, GrantManager>();

  constructor(
    private readonly keys: KeySet,
    private readonly expected: Expected,
    private readonly clock: Clock,
  ) {
    keys.onChange(() => {
      this.verified.clear();
      this.grantManagers.clear();
    });
  }

  /**
   * The actor behind a token, or undefined when the token does not count.
   *
   * @throws KeysUnavailable when the issuer's keys were never seen.
   */
  async verify(token: string): Promise<Actor | undefined> {
    const digest = createHash('sha256').update(token).digest('base64');
    const known = this.verified.get(digest);
    if (known !== undefined) return known.expiresAt > this.clock.wall().getTime() ? known.actor : undefined;

    const decoded = decodeToken(token);
    if (decoded === undefined || !fits(decoded.claims, this.expected, this.clock.wall())) return undefined;
    const key = await this.keys.find(decoded.kid);
    if (key === undefined || !(await this.isSignedBy(key, token))) return undefined;

    const actor = actorFrom(decoded.claims);
    this.verified.set(digest, { actor, expiresAt: decoded.claims.exp * 1000 });
    return actor;
  }

  private async isSignedBy(key: SigningKey, token: string): Promise<boolean> {
    let manager = this.grantManagers.get(key.kid);
    if (manager === undefined) {
      manager = grantManagerFor(key, this.expected);
      this.grantManagers.set(key.kid, manager);
    }
    try {
      await manager.createGrant(JSON.stringify({ access_token: token }));
      return true;
    } catch {
      // keycloak-connect says no by throwing; why is nobody's business outside.
      return false;
    }
  }
}

// With the realm's key given, keycloak-connect never talks to the network.
function grantManagerFor(key: SigningKey, expected: Expected): GrantManager {
  const [, url = '', realm = ''] = /^(.*)\/realms\/([^/]+)$/.exec(expected.issuer) ?? [];
  const settings = {
    realm,
    'auth-server-url': url,
    'realm-public-key': key.spki,
    resource: expected.audience,
    'bearer-only': true,
    'verify-token-audience': true,
    'ssl-required': 'external',
    'confidential-port': 0,
  };
  return new KeycloakConnect({}, settings).grantManager;
}

function actorFrom(claims: Claims): Actor {
  const roles = (claims.realm_access?.roles ?? [])
    .filter((role) => Object.hasOwn(rolePermissions, role))
    .sort();
  return Object.freeze({
    subject: claims.sub,
    agencyId: claims.agency_id ?? null,
    roles,
    permissions: permissionsOf(roles),
    clientId: claims.azp,
    kind: roles.includes('agency-system') ? 'agency-system' : 'person',
    ...(claims.jti === undefined ? {} : { tokenIdTail: claims.jti.slice(-8) }),
    ...(claims.auth_time === undefined ? {} : { authenticatedAt: claims.auth_time * 1000 }),
  } satisfies Actor);
}
