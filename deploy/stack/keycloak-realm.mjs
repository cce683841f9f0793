// @ts-check
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyClientId, agencyIdOf, integratingAgencies } from '../keycloak/accounts.mjs';
import { realm, realmName } from '../keycloak/realm.mjs';
import { administrator } from './keycloak.mjs';
import { repository } from './paths.mjs';
import { Halt, say } from './terminal.mjs';

/**
 * @import { Agency, RealmInput, User } from '../keycloak/realm.mjs'
 * @import { Layout } from './paths.mjs'
 * @import { Secrets } from './secrets.mjs'
 */

const demoFile = (/** @type {string} */ name) =>
  JSON.parse(readFileSync(join(repository, 'deploy', 'demo', name), 'utf8'));

/** @returns {{ agencies: Agency[], users: User[] }} */
export const readCast = () => ({ agencies: demoFile('agencies.json'), users: demoFile('users.json') });

/** Who may sign in, for stack.json and the table at ready. @param {Secrets} secrets */
export function demoUsers(secrets) {
  const { agencies, users } = readCast();
  const password = secrets.phrase('demo-user');
  return users.map(({ login, firstName, lastName, agencyCode, role }) => ({
    login,
    password,
    name: `${firstName} ${lastName}`,
    agencyCode,
    agencyId: agencyIdOf(agencies, agencyCode),
    role,
  }));
}

/** The agencies' systems, for stack.json. @param {Secrets} secrets */
export const agencyClients = (secrets) =>
  integratingAgencies(readCast().agencies).map(({ id, code }) => ({
    clientId: agencyClientId(code),
    clientSecret: secrets.password(`client ${agencyClientId(code)}`),
    agencyCode: code,
    agencyId: id,
  }));

/**
 * Brings Keycloak to what the code says. A realm that was made from other code is made anew: its accounts keep their
 * ids, its sessions end.
 *
 * @param {Layout} layout
 * @param {{ url: string, secrets: Secrets, portalUrl: string, edition: RealmInput['edition'], roles: string[] }} options
 */
export async function ensureRealm(layout, { url, secrets, portalUrl, edition, roles }) {
  const wanted = JSON.stringify(
    realm({
      ...readCast(),
      roles,
      portalUrl,
      edition,
      userPassword: secrets.phrase('demo-user'),
      clientSecret: (clientId) => secrets.password(`client ${clientId}`),
    }),
  );
  const fingerprint = createHash('sha256').update(wanted).digest('hex');
  const mark = join(layout.keycloak, 'realm.sha256');
  const exists = (await fetch(`${url}/realms/${realmName}`)).ok;
  if (exists && contentOf(mark) === fingerprint) return;
  const admin = await adminApi(url, secrets.password('keycloak-admin'));
  if (exists) {
    say('the realm changed: making it anew');
    await admin('DELETE', `/admin/realms/${realmName}`);
  }
  await admin('POST', '/admin/realms', wanted);
  writeFileSync(mark, fingerprint);
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // the first start
  }
}

/** @param {string} url @param {string} password */
async function adminApi(url, password) {
  const answer = await fetch(`${url}/realms/master/protocol/openid-connect/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'password',
      client_id: 'admin-cli',
      username: administrator,
      password,
    }),
  });
  if (!answer.ok)
    throw new Halt(
      `Keycloak refuses its administrator (${answer.status}). The data are of another stack: npm run reset`,
    );
  const { access_token: token } = /** @type {{ access_token: string }} */ (await answer.json());
  return async (
    /** @type {string} */ method,
    /** @type {string} */ path,
    /** @type {string} */ body = '',
  ) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const done = await fetch(`${url}${path}`, { method, headers, ...(body ? { body } : {}) });
    if (!done.ok) throw new Halt(`Keycloak refuses ${method} ${path}: ${done.status} ${await done.text()}`);
  };
}
