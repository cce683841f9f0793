// @ts-check
// PostgreSQL and Kafka without anything on them, for tests that bring their own tables and their own consumers.
import { prepareKafka } from './kafka.mjs';
import { freePorts } from './ports.mjs';
import { preparePostgres } from './postgres.mjs';
import { openSecrets } from './secrets.mjs';
import { say } from './terminal.mjs';

/**
 * @typedef {{ postgresUrl: string, brokers: string }} BareServers
 *
 * A pair that can be started once and stopped at any moment.
 * @param {import('./paths.mjs').Layout} layout
 */
export function bareServers(layout) {
  /** @type {import('./processes.mjs').Running[]} */
  const running = [];
  return {
    running,
    /** @returns {Promise<BareServers>} */
    async start() {
      const [port = 0, kafkaPort = 0, controllerPort = 0] = await freePorts(3);
      const password = openSecrets(layout.secrets).password('postgres');
      const postgres = await preparePostgres(layout, { port, password, isThrowAway: true });
      running.push(await postgres.start());
      say('PostgreSQL is ready');
      const kafka = await prepareKafka(layout, { port: kafkaPort, controllerPort });
      running.push(await kafka.start());
      say('Kafka is ready');
      return { postgresUrl: postgres.url, brokers: kafka.brokers };
    },
    async stop() {
      for (const one of running.splice(0).reverse()) await one.stop();
    },
  };
}
