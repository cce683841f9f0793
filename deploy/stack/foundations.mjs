// @ts-check
// What the services stand on: PostgreSQL, Kafka, Keycloak.
import { ensureDatabases } from './databases.mjs';
import { fetchKafka, prepareKafka } from './kafka.mjs';
import { fetchKeycloak } from './keycloak-distribution.mjs';
import { prepareKeycloak } from './keycloak.mjs';
import { realmName } from '../keycloak/realm.mjs';
import { preparePostgres } from './postgres.mjs';
import { freshLog } from './processes.mjs';
import { say } from './terminal.mjs';

/**
 * @typedef {object} Context
 * @property {import('./paths.mjs').Layout} layout
 * @property {import('./supervisor.mjs').Supervisor} supervisor
 * @property {import('./secrets.mjs').Secrets} secrets
 * @property {Record<string, number>} ports
 * @property {boolean} isThrowAway
 */

/**
 * Begins to fetch what is not in the cache, Kafka first since more waits for it.
 * @param {Pick<Context, 'isThrowAway'>} context
 * @returns {Promise<string>} the folder of Keycloak; a failure is reported to whoever awaits it
 */
export function fetchOnce({ isThrowAway }) {
  const distribution = (otherKafka(isThrowAway) ? Promise.resolve('') : fetchKafka()).then(fetchKeycloak);
  distribution.catch(() => {});
  return distribution;
}

/** A throw-away stack never touches servers that somebody else uses. @param {boolean} isThrowAway */
const otherKafka = (isThrowAway) => (isThrowAway ? undefined : process.env.KAFKA_BROKERS);

/**
 * PostgreSQL and Kafka run when this resolves; `keycloak` resolves to its address later, being the slowest.
 * @param {Context} context
 */
export async function startBacking(context) {
  const distribution = fetchOnce(context);
  const [postgres, brokers] = await Promise.all([startPostgres(context), startKafka(context)]);
  const keycloak = distribution.then((folder) => startKeycloak(context, postgres, folder));
  keycloak.catch(() => {}); // reported where it is awaited
  const url = `http://127.0.0.1:${context.ports['keycloak']}`;
  return { ...postgres, brokers, keycloak, issuer: `${url}/realms/${realmName}` };
}

/** @param {Context} context */
async function startPostgres({ layout, supervisor, secrets, ports, isThrowAway }) {
  const postgresUrl = isThrowAway ? undefined : process.env.POSTGRES_URL;
  if (postgresUrl) say('using the PostgreSQL of POSTGRES_URL');
  const url = postgresUrl ?? (await ownPostgres());
  const databases = await ensureDatabases(url, secrets);
  say('PostgreSQL is ready');
  return { postgresUrl: url, databases };

  async function ownPostgres() {
    const options = { port: ports['postgres'] ?? 0, password: secrets.password('postgres'), isThrowAway };
    freshLog(layout.logs, 'postgres');
    const cluster = await preparePostgres(layout, options);
    await supervisor.keep('postgres', cluster.start);
    return cluster.url;
  }
}

/** @param {Context} context @returns {Promise<string>} brokers */
async function startKafka({ layout, supervisor, ports, isThrowAway }) {
  const brokers = otherKafka(isThrowAway);
  if (brokers) {
    say('using the Kafka of KAFKA_BROKERS');
    return brokers;
  }
  freshLog(layout.logs, 'kafka');
  const kafka = await prepareKafka(layout, {
    port: ports['kafka'] ?? 0,
    controllerPort: ports['kafka-controller'] ?? 0,
  });
  await supervisor.keep('kafka', kafka.start);
  say('Kafka is ready');
  return kafka.brokers;
}

/**
 * @param {Context} context @param {{ databases: Record<string, import('./databases.mjs').DatabaseUrls> }} postgres
 * @param {string} distribution
 */
async function startKeycloak({ layout, supervisor, secrets, ports }, { databases }, distribution) {
  const address = new URL(databases['keycloak']?.owner ?? '');
  freshLog(layout.logs, 'keycloak');
  const keycloak = prepareKeycloak(layout, {
    distribution,
    port: ports['keycloak'] ?? 0,
    managementPort: ports['keycloak-management'] ?? 0,
    adminPassword: secrets.password('keycloak-admin'),
    database: {
      host: address.hostname,
      port: Number(address.port || 5432),
      name: address.pathname.slice(1),
      user: address.username,
      password: address.password,
    },
  });
  await supervisor.keep('keycloak', keycloak.start);
  return keycloak.url;
}
