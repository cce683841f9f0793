// @ts-check
// The realm as code: a pure function from the agencies, people and roles to what Keycloak imports.
import { accountsOf, operator } from './accounts.mjs';
import { clientsOf, clientScopes } from './clients.mjs';

export const realmName = 'rujukan';

/**
 * @typedef {{ id: string, code: string, name: string, type: string, areaCode?: string }} Agency
 * @typedef {{ id: string, login: string, firstName: string, lastName: string, agencyCode: string, role: string }} User
 *
 * @typedef {object} RealmInput
 * @property {Agency[]} agencies
 * @property {User[]} users
 * @property {string[]} roles the roles that libs/authz knows
 * @property {string} portalUrl the only origin that may ask people to sign in
 * @property {'production' | 'demo' | 'test'} edition production has neither people nor the clients that take passwords
 * @property {string} userPassword of every demo user; unused in production
 * @property {(clientId: string) => string} clientSecret
 */

/** What Keycloak imports. @param {RealmInput} input */
export function realm(input) {
  const people = input.edition === 'production' ? [] : input.users;
  return {
    realm: realmName,
    enabled: true,
    displayName: 'Rujukan',
    ...languages,
    ...sessions,
    ...defences,
    ...records,
    roles: { realm: input.roles.map((name) => ({ name })) },
    // Nobody has a right by merely existing.
    defaultRole: { name: `default-roles-${realmName}`, composite: false },
    groups: [agencyGroups([...input.agencies, operator])],
    clientScopes,
    defaultDefaultClientScopes: ['basic', 'roles', 'acr', 'profile'],
    defaultOptionalClientScopes: [],
    clients: clientsOf(input),
    users: accountsOf({ ...input, users: people }),
    components: { 'org.keycloak.userprofile.UserProfileProvider': [userProfile] },
  };
}

const languages = { internationalizationEnabled: true, supportedLocales: ['id', 'en'], defaultLocale: 'id' };

const seconds = { minute: 60, hour: 3_600, day: 86_400 };

const sessions = {
  accessTokenLifespan: 5 * seconds.minute,
  ssoSessionIdleTimeout: 30 * seconds.minute,
  ssoSessionMaxLifespan: 12 * seconds.hour,
  revokeRefreshToken: true, // a refresh token is used once
  refreshTokenMaxReuse: 0,
  defaultSignatureAlgorithm: 'RS256',
};

const defences = {
  sslRequired: 'external', // plain http only from this very machine
  registrationAllowed: false,
  rememberMe: false,
  resetPasswordAllowed: false,
  editUsernameAllowed: false,
  loginWithEmailAllowed: false,
  passwordPolicy: 'length(12) and notUsername(undefined)',
  bruteForceProtected: true,
  permanentLockout: false, // else anybody could lock a worker out for good
  failureFactor: 10,
  waitIncrementSeconds: seconds.minute,
  maxFailureWaitSeconds: 15 * seconds.minute,
  maxDeltaTimeSeconds: 12 * seconds.hour,
};

/** What people and clients do that belongs in the log; each of them may also fail. */
const eventTypes = [
  'LOGIN',
  'LOGOUT',
  'CLIENT_LOGIN',
  'CODE_TO_TOKEN',
  'REFRESH_TOKEN',
  'UPDATE_CREDENTIAL',
  'REMOVE_CREDENTIAL',
  'UPDATE_PASSWORD',
  'RESET_PASSWORD',
  'UPDATE_TOTP',
  'REMOVE_TOTP',
  'UPDATE_PROFILE',
  'UPDATE_EMAIL',
  'DELETE_ACCOUNT',
  'IMPERSONATE',
  'TOKEN_EXCHANGE',
  'REVOKE_GRANT',
]
  // A code that was changed for a token, or a token for the next, is no act of its own: only that it failed tells something.
  .flatMap((type) =>
    (['CODE_TO_TOKEN', 'REFRESH_TOKEN'].includes(type) ? [] : [type]).concat(`${type}_ERROR`),
  )
  .concat('USER_DISABLED_BY_TEMPORARY_LOCKOUT', 'USER_DISABLED_BY_PERMANENT_LOCKOUT');

const records = {
  eventsEnabled: true,
  eventsExpiration: 90 * seconds.day,
  eventsListeners: ['jboss-logging'],
  enabledEventTypes: eventTypes,
  adminEventsEnabled: true,
  adminEventsDetailsEnabled: true,
};

/** @param {Pick<Agency, 'id' | 'code' | 'name'>[]} agencies */
const agencyGroups = (agencies) => ({
  name: 'agencies',
  subGroups: agencies.map(({ id, code, name }) => ({
    name: code,
    attributes: { agency_id: [id], agency_name: [name] },
  })),
});

const byAdministrators = { view: ['admin'], edit: ['admin'] };
const seenByThePerson = { view: ['admin', 'user'], edit: ['admin'] };

/** People cannot change who they are or for whom they act. */
const userProfile = {
  providerId: 'declarative-user-profile',
  config: {
    'kc.user.profile.config': [
      JSON.stringify({
        attributes: [
          { name: 'username', permissions: seenByThePerson, validations: { length: { min: 3, max: 60 } } },
          { name: 'firstName', permissions: seenByThePerson, validations: { length: { max: 60 } } },
          { name: 'lastName', permissions: seenByThePerson, validations: { length: { max: 60 } } },
          { name: 'email', permissions: byAdministrators, validations: { email: {} } },
          {
            name: 'agency_id',
            permissions: byAdministrators,
            validations: { pattern: { pattern: '^[0-9a-f-]{36}$', 'error-message': 'agency_id is a UUID' } },
          },
        ],
      }),
    ],
  },
};
