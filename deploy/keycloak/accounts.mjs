// @ts-check

/** @import { Agency, User } from './realm.mjs' */

/** Runs the platform and takes part in no case: not an agency of the directory. */
export const operator = {
  id: 'c9dc3b57-0cc9-4eff-9d67-1a893d10691b',
  code: 'platform',
  name: 'Pengelola Platform (Demo)',
};

/** The account that reads Keycloak's events for the log, and may do nothing else. */
export const eventsReader = { id: '7b0a1c52-3f0e-4d51-9a6e-5d8f0b6a2c11', clientId: 'identity-events' };

/** The agencies whose own systems call the APIs. */
const integrating = new Set([
  'pol-ptk',
  'uptd-ptk',
  'uptd-skw',
  'plat',
  'dinsos',
  'ngo-e',
  'kppad',
  'kpad',
  'rsud',
  'lbh-1',
  'bapas',
  'disdik',
]);

/** @param {Agency[]} agencies */
export const integratingAgencies = (agencies) => agencies.filter((agency) => integrating.has(agency.code));

/** @param {string} agencyCode */
export const agencyClientId = (agencyCode) => `agency-${agencyCode}`;

/**
 * The people, and one account for each agency's system. Their ids never change: audit entries name them for years.
 *
 * @param {{ agencies: Agency[], users: User[], userPassword: string }} input
 */
export function accountsOf({ agencies, users, userPassword }) {
  return [
    ...users.map((user) => person(user, agencyIdOf(agencies, user.agencyCode), userPassword)),
    ...integratingAgencies(agencies).map(({ id, code }) => ({
      id: systemAccountId(id),
      username: `service-account-${agencyClientId(code)}`,
      enabled: true,
      serviceAccountClientId: agencyClientId(code),
      realmRoles: ['agency-system'],
    })),
    {
      id: eventsReader.id,
      username: `service-account-${eventsReader.clientId}`,
      enabled: true,
      serviceAccountClientId: eventsReader.clientId,
      clientRoles: { 'realm-management': ['view-events'] },
    },
  ];
}

/** @param {User} user @param {string} agencyId @param {string} password */
const person = (user, agencyId, password) => ({
  id: user.id,
  username: user.login,
  firstName: user.firstName,
  lastName: user.lastName,
  enabled: true,
  attributes: { agency_id: [agencyId] },
  groups: [`/agencies/${user.agencyCode}`],
  realmRoles: [user.role],
  credentials: [{ type: 'password', value: password, temporary: false }],
});

/** @param {Agency[]} agencies @param {string} code @throws when nobody knows the agency */
export function agencyIdOf(agencies, code) {
  const agency = [...agencies, operator].find((one) => one.code === code);
  if (!agency) throw new Error(`no agency ${code}`);
  return agency.id;
}

/** A UUID that differs from its agency's in the first digit only. @param {string} agencyId */
const systemAccountId = (agencyId) =>
  (Number.parseInt(agencyId[0] ?? '0', 16) ^ 8).toString(16) + agencyId.slice(1);
