// @ts-check

/** @import { Secrets } from './secrets.mjs' */

/** Each service's own database; no service can open another's. */
export const serviceDatabases = ['intake', 'referral', 'victim_services', 'audit', 'portal'];

const identityDatabase = 'keycloak';

/**
 * Connection strings of one database, by role.
 * @typedef {{ owner: string, app: string, worker: string, [further: string]: string }} DatabaseUrls
 */

/**
 * Makes roles and databases, and brings an older cluster to the same state. The run-time roles own nothing and can
 * switch nothing off: row security holds for them.
 *
 * @param {string} superuserUrl @param {Secrets} secrets
 * @returns {Promise<Record<string, DatabaseUrls>>} by database
 */
export async function ensureDatabases(superuserUrl, secrets) {
  const { default: pg } = await import('pg'); // not before the install
  const server = new pg.Client({ connectionString: superuserUrl });
  await server.connect();
  try {
    for (const name of [...serviceDatabases, identityDatabase]) {
      for (const role of rolesOf(name)) await ensureRole(server, role, secrets.password(`database ${role}`));
      await ensureDatabase(server, name);
      await grantEntry(new pg.Client({ connectionString: databaseUrl(superuserUrl, { name }) }), name);
    }
  } finally {
    await server.end();
  }
  const all = [...serviceDatabases, identityDatabase];
  return Object.fromEntries(all.map((name) => [name, urlsOf(superuserUrl, secrets, name)]));
}

/** Processes with rights of their own beside the API and the worker. @type {Record<string, string[]>} */
const further = { audit: ['signer'] };

/** @param {string} name */
const runtimeRoles = (name) =>
  name === identityDatabase
    ? []
    : ['app', 'worker', ...(further[name] ?? [])].map((part) => `${name}_${part}`);

/** @param {string} name */
const rolesOf = (name) => [`${name}_owner`, ...runtimeRoles(name)];

/** @param {import('pg').Client} server @param {string} role @param {string} password */
async function ensureRole(server, role, password) {
  const known = await server.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount ? 'alter' : 'create';
  const modest = 'login nosuperuser nocreatedb nocreaterole nobypassrls noreplication';
  await server.query(`${verb} role ${role} ${modest} password ${server.escapeLiteral(password)}`);
}

/** @param {import('pg').Client} server @param {string} name */
async function ensureDatabase(server, name) {
  const known = await server.query('select 1 from pg_database where datname = $1', [name]);
  if (!known.rowCount)
    await server.query(`create database ${name} owner ${name}_owner template template0 encoding 'UTF8'`);
  await server.query(`revoke all on database ${name} from public`);
  for (const role of runtimeRoles(name)) await server.query(`grant connect on database ${name} to ${role}`);
}

/** @param {import('pg').Client} database not yet connected @param {string} name */
async function grantEntry(database, name) {
  await database.connect();
  try {
    await database.query('revoke all on schema public from public');
    await database.query(`grant all on schema public to ${name}_owner`);
    for (const role of runtimeRoles(name)) await database.query(`grant usage on schema public to ${role}`);
  } finally {
    await database.end();
  }
}

/** @param {string} superuserUrl @param {Secrets} secrets @param {string} name */
function urlsOf(superuserUrl, secrets, name) {
  const as = (/** @type {string} */ user) =>
    databaseUrl(superuserUrl, { name, user, password: secrets.password(`database ${user}`) });
  return {
    owner: as(`${name}_owner`),
    app: as(`${name}_app`),
    worker: as(`${name}_worker`),
    ...Object.fromEntries((further[name] ?? []).map((part) => [part, as(`${name}_${part}`)])),
  };
}

/**
 * The same server, another database and perhaps another user.
 * @param {string} url @param {{ name: string, user?: string, password?: string }} target
 */
export function databaseUrl(url, { name, user, password }) {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  if (user !== undefined) changed.username = user;
  if (password !== undefined) changed.password = password;
  return changed.href;
}
