import { decodeJwt } from 'jose';
import { z } from 'zod';
import type { Person } from '../session/session.js';

const AccessClaims = z.object({
  sub: z.string(),
  agency_id: z.uuid().optional().catch(undefined),
  realm_access: z
    .object({ roles: z.array(z.string()) })
    .optional()
    .catch(undefined),
});

const DisplayClaims = z.object({
  name: z.string().optional().catch(undefined),
  preferred_username: z.string().optional().catch(undefined),
});

/**
 * Who signed in. Names come from the ID token, roles and agency from the access token, as the services will read them.
 * Nothing is verified here: both came over the back channel a moment ago, and the services verify on every call.
 */
export function personFrom(accessToken: string, idClaims: object): Person {
  const access = AccessClaims.parse(decodeJwt(accessToken));
  const display = DisplayClaims.parse(idClaims);
  const login = display.preferred_username ?? access.sub;
  return {
    subject: access.sub,
    name: display.name ?? login,
    login,
    roles: access.realm_access?.roles ?? [],
    agencyId: access.agency_id ?? null,
  };
}

/** Roles and agency as a refreshed token says them: a change of role arrives without a new sign-in. */
export function withRightsOf(person: Person, accessToken: string): Person {
  const { roles, agencyId } = personFrom(accessToken, {});
  return { ...person, roles, agencyId };
}
