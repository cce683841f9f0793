// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from './paths.mjs';
import { logOrigin, trustFiles, witnessAgencies, witnessName } from './trust.mjs';

/** @import { DatabaseUrls } from './databases.mjs' */

/**
 * @typedef {{ name: string, database?: string, entry: string, port: number, env: Record<string, string> }} Program
 *
 * @typedef {object} Surroundings
 * @property {Record<string, number>} ports
 * @property {Record<string, DatabaseUrls>} databases
 * @property {string} brokers
 * @property {string} issuer
 * @property {string[]} trustedClients
 * @property {string} clockFile
 * @property {string} keys folder of the key-encryption keys and of the keys that sign
 * @property {string} state folder of what signers remember; no database's backup reaches it
 * @property {import('./secrets.mjs').Secrets} secrets
 * @property {Record<string, string>} environment what differs from the usual
 */

/** The services, the portal in front of them, and what agencies run to watch the log. */
export const services = ['intake', 'referral', 'victim-services', 'audit'];
export const applications = [...services, 'portal', 'witness'];

/** Database names and roles have no hyphens. @param {string} application */
export const databaseOf = (application) => application.replaceAll('-', '_');

/** @param {number | undefined} port */
export const addressOf = (port) => `http://127.0.0.1:${port}`;

/** A built entry point of an application. @param {string} application @param {string} file */
export const entryOf = (application, file) => join(repository, 'apps', application, 'dist', file);

/**
 * The processes of all applications, with the whole environment of each.
 * @param {Surroundings} around @returns {Program[]}
 */
export const programs = (around) => [
  ...services.flatMap((name) => serviceProgram(name, around)),
  signerProgram(around),
  ...witnessAgencies.map((agency) => witnessProgram(agency, around)),
  portalProgram(around),
];

/** @param {string} service @param {Surroundings} around @returns {Program[]} */
function serviceProgram(service, around) {
  const database = databaseOf(service);
  const urls = urlsOf(around, database);
  const [port = 0, workerPort = 0] = [around.ports[service], around.ports[`${service}-worker`]];
  const env = {
    ...common(around),
    PORT: String(port),
    WORKER_PORT: String(workerPort),
    KAFKA_BROKERS: around.brokers,
    KAFKAJS_NO_PARTITIONER_WARNING: '1',
    OIDC_ISSUER: around.issuer,
    OIDC_JWKS_URI: `${around.issuer}/protocol/openid-connect/certs`,
    OIDC_AUDIENCE: 'rujukan-api',
    TRUSTED_PROXIES: '127.0.0.1', // the portal's server, which passes on whose request it is
    OIDC_CLIENTS: around.trustedClients.join(','),
    KEK_FILE: join(around.keys, `${service}.kek`),
    CURSOR_SECRET: around.secrets.key(`cursor ${service}`),
    DATABASE_URL: urls.app,
    WORKER_DATABASE_URL: urls.worker,
    ...(service === 'audit' ? { POLICY_FILE: trustFiles(around.keys).policy } : {}),
  };
  return [
    { name: service, database, entry: entryOf(service, 'main.js'), port, env },
    {
      name: `${service}-worker`,
      database,
      entry: entryOf(service, 'worker.main.js'),
      port: workerPort,
      env: { ...env, ...(service === 'audit' ? auditWorker(around) : {}) },
    },
  ];
}

/** Only the worker of audit reads what happened at Keycloak, and packs the verifier into what it exports. @param {Surroundings} around */
const auditWorker = ({ secrets }) => ({
  IDENTITY_EVENTS_SECRET: secrets.password('client identity-events'),
  VERIFIER_FILE: join(repository, 'libs', 'audit-verify', 'dist', 'audit-verify.mjs'),
});

/** The process that signs the heads of the log. It is given nothing else. @param {Surroundings} around @returns {Program} */
function signerProgram(around) {
  const [database, port] = ['audit', around.ports['audit-signer'] ?? 0];
  const env = {
    ...common(around),
    PORT: String(port),
    SIGNER_DATABASE_URL: urlsOf(around, database)['signer'] ?? '',
    LOG_ORIGIN: logOrigin,
    SIGNER_KEY_FILES: trustFiles(around.keys).logKey,
    STATE_FOLDER: join(around.state, 'audit-signer'),
  };
  return { name: 'audit-signer', database, entry: entryOf('audit', 'signer.main.js'), port, env };
}

/** An agency's witness: its own key and memory, and no part of the system's. @param {string} agency @param {Surroundings} around @returns {Program} */
function witnessProgram(agency, around) {
  const name = `witness-${agency}`;
  const port = around.ports[name] ?? 0;
  const { logs, witnessKey } = trustFiles(around.keys);
  const { HOST, LOG_LEVEL } = common(around);
  const env = {
    NODE_ENV: 'production',
    HOST,
    LOG_LEVEL,
    PORT: String(port),
    WITNESS_NAME: witnessName(agency),
    KEY_FILE: witnessKey(agency),
    STATE_FOLDER: join(around.state, name),
    LOGS_FILE: logs,
  };
  return { name, entry: entryOf('witness', 'main.js'), port, env };
}

/** @param {Surroundings} around @returns {Program} */
function portalProgram(around) {
  const port = around.ports['portal'] ?? 0;
  const env = {
    ...common(around),
    PORT: String(port),
    PORTAL_URL: addressOf(port),
    DATABASE_URL: urlsOf(around, 'portal').app,
    OIDC_ISSUER: around.issuer,
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: around.secrets.password('client portal'),
    SESSION_KEY: around.secrets.key('portal session'),
    POLICY_FILE: trustFiles(around.keys).policy, // so that a receipt can be checked in the browser
    ...Object.fromEntries(
      services.map((name) => [`${databaseOf(name).toUpperCase()}_URL`, addressOf(around.ports[name])]),
    ),
  };
  return { name: 'portal', database: 'portal', entry: entryOf('portal', 'main.js'), port, env };
}

/** @param {Surroundings} around */
const common = ({ clockFile, environment }) => ({
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  LOG_LEVEL: 'info',
  CLOCK_FILE: clockFile,
  ...environment,
});

/** @param {Surroundings} around @param {string} database */
function urlsOf(around, database) {
  const urls = around.databases[database];
  if (!urls) throw new Error(`no database ${database}`);
  return urls;
}

/** What was built. @param {string} entry */
export const isBuilt = (entry) => existsSync(entry);
