import type { Permission } from './permission.js';

/** Who acts: a person or an agency's system, always on behalf of one agency. */
export interface Actor {
  /** Pseudonymous id of the account (Keycloak `sub`, a UUID); `system:<service>` for the service's own work. */
  readonly subject: string;
  /** The agency the actor works for (UUID), or null for the platform itself. Null sees no agency's data. */
  readonly agencyId: string | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** OAuth client that the token was issued to (`azp`). */
  readonly clientId: string;
  readonly kind: 'person' | 'agency-system' | 'service';
  /** Last characters of the token id, enough to correlate with Keycloak's events and too few to replay. */
  readonly tokenIdTail?: string;
  /** When the person last proved who she is (`auth_time`), milliseconds since the epoch; absent where the token does not say. */
  readonly authenticatedAt?: number;
}

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** The service acting by itself: a timer, or the consequence of another service's event. */
export const systemActor = (service: string): Actor => ({
  subject: `system:${service}`,
  agencyId: null,
  roles: [],
  permissions: new Set(),
  clientId: service,
  kind: 'service',
});
