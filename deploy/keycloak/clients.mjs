// @ts-check
import { agencyClientId, eventsReader, integratingAgencies } from './accounts.mjs';

/** @import { RealmInput } from './realm.mjs' */

/** @param {string} name @param {string} type @param {Record<string, string>} config */
const mapper = (name, type, config) => ({ name, protocol: 'openid-connect', protocolMapper: type, config });

const inAccessToken = { 'access.token.claim': 'true', 'introspection.token.claim': 'true' };

/** Names travel to the portal's screen in the ID token; an access token reaches services and logs, and carries none. */
const inIdToken = { 'id.token.claim': 'true', 'userinfo.token.claim': 'true', 'access.token.claim': 'false' };

/** @param {string} name @param {Record<string, unknown>[]} protocolMappers */
const scope = (name, protocolMappers) => ({
  name,
  protocol: 'openid-connect',
  attributes: { 'include.in.token.scope': 'false', 'display.on.consent.screen': 'false' },
  protocolMappers,
});

/** @param {string} attribute @param {string} claim */
const property = (attribute, claim) =>
  mapper(claim, 'oidc-usermodel-attribute-mapper', {
    'user.attribute': attribute,
    'claim.name': claim,
    'jsonType.label': 'String',
    ...inIdToken,
  });

/** All that a token may say; Keycloak's own larger set is not imported. */
export const clientScopes = [
  scope('basic', [
    mapper('sub', 'oidc-sub-mapper', inAccessToken),
    mapper('auth_time', 'oidc-usersessionmodel-note-mapper', {
      'user.session.note': 'AUTH_TIME',
      'claim.name': 'auth_time',
      'jsonType.label': 'long',
      'id.token.claim': 'true',
      ...inAccessToken,
    }),
  ]),
  scope('roles', [
    mapper('realm roles', 'oidc-usermodel-realm-role-mapper', {
      'claim.name': 'realm_access.roles',
      'jsonType.label': 'String',
      multivalued: 'true',
      ...inAccessToken,
    }),
  ]),
  scope('acr', [mapper('acr', 'oidc-acr-mapper', { 'id.token.claim': 'true', ...inAccessToken })]),
  scope('profile', [
    mapper('full name', 'oidc-full-name-mapper', inIdToken),
    property('username', 'preferred_username'),
    property('locale', 'locale'),
  ]),
  scope('rujukan-api', [
    mapper('audience', 'oidc-audience-mapper', {
      'included.custom.audience': 'rujukan-api',
      ...inAccessToken,
    }),
    mapper('agency_id', 'oidc-usermodel-attribute-mapper', {
      'user.attribute': 'agency_id',
      'claim.name': 'agency_id',
      'jsonType.label': 'String',
      ...inAccessToken,
    }),
  ]),
];

const closed = {
  enabled: true,
  protocol: 'openid-connect',
  standardFlowEnabled: false,
  implicitFlowEnabled: false,
  directAccessGrantsEnabled: false,
  serviceAccountsEnabled: false,
  publicClient: false,
  fullScopeAllowed: true, // of realm roles; client roles have no mapper
  optionalClientScopes: /** @type {string[]} */ ([]),
};

const forPeople = ['basic', 'roles', 'acr', 'profile', 'rujukan-api'];

/** @param {RealmInput} input */
export function clientsOf(input) {
  return [
    portal(input),
    identityEvents(input),
    ...integratingAgencies(input.agencies).map((agency) => agencySystem(agency, input.clientSecret)),
    ...(input.edition === 'production' ? [] : [demoClient]),
    ...(input.edition === 'test' ? [strangeClient] : []),
  ];
}

/** @param {RealmInput} input */
const portal = ({ portalUrl, clientSecret }) => ({
  ...closed,
  clientId: 'portal',
  secret: clientSecret('portal'),
  standardFlowEnabled: true,
  rootUrl: portalUrl,
  baseUrl: '/',
  redirectUris: [`${portalUrl}/auth/callback`],
  webOrigins: [], // the browser never talks to Keycloak by script
  attributes: {
    'pkce.code.challenge.method': 'S256',
    'post.logout.redirect.uris': `${portalUrl}/`,
    'use.refresh.tokens': 'true',
  },
  defaultClientScopes: forPeople,
});

/** The log takes over who signed in and what administrators changed. It is trusted by no service. @param {RealmInput} input */
const identityEvents = ({ clientSecret }) => ({
  ...closed,
  clientId: eventsReader.clientId,
  secret: clientSecret(eventsReader.clientId),
  serviceAccountsEnabled: true,
  attributes: { 'client_credentials.use_refresh_token': 'false' },
  defaultClientScopes: ['basic'],
});

/** @param {{ id: string, code: string }} agency @param {(clientId: string) => string} secretOf */
const agencySystem = ({ id, code }, secretOf) => ({
  ...closed,
  clientId: agencyClientId(code),
  secret: secretOf(agencyClientId(code)),
  serviceAccountsEnabled: true,
  attributes: { 'client_credentials.use_refresh_token': 'false' },
  defaultClientScopes: ['basic', 'roles', 'rujukan-api'],
  protocolMappers: [
    mapper('agency_id of the agency', 'oidc-hardcoded-claim-mapper', {
      'claim.name': 'agency_id',
      'claim.value': id,
      'jsonType.label': 'String',
      ...inAccessToken,
    }),
  ],
});

/** Takes a password directly, for scripts, tests and the README: a demo and a test realm have it, no other. */
const demoClient = {
  ...closed,
  clientId: 'demo-cli',
  publicClient: true,
  directAccessGrantsEnabled: true,
  defaultClientScopes: forPeople,
};

/**
 * A client that the services do not trust. Its tokens lack the audience, or, asked with the scope `rujukan-api`,
 * have it and show a foreign authorised party.
 */
const strangeClient = {
  ...demoClient,
  clientId: 'other',
  defaultClientScopes: ['basic', 'roles', 'acr'],
  optionalClientScopes: ['rujukan-api'],
};
