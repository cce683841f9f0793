// @ts-check
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { keycloakFolder, makeHome } from './keycloak-distribution.mjs';
import { launch, pause } from './processes.mjs';
import { Halt, tail } from './terminal.mjs';

/** @import { Layout } from './paths.mjs' */

/** Of the bootstrap administrator of the realm `master`. */
export const administrator = 'launcher';

// Our own set instead of kc.sh's: a small heap and the serial collector save 120 MB against its G1.
const javaOptions = [
  '-Xms64m',
  '-Xmx384m',
  '-XX:MetaspaceSize=96M',
  '-XX:MaxMetaspaceSize=256m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Dfile.encoding=UTF-8',
  '-Djdk.tls.rejectClientInitiatedRenegotiation=true',
];

/**
 * @param {Layout} layout
 * @param {{ distribution: string, port: number, managementPort: number, database: { host: string, port: number, name: string, user: string, password: string }, adminPassword: string }} options
 * @returns {{ url: string, start: () => Promise<import('./processes.mjs').Running> }}
 */
export function prepareKeycloak(layout, options) {
  mkdirSync(layout.keycloak, { recursive: true });
  const home = join(layout.keycloak, keycloakFolder);
  makeHome(options.distribution, home);
  const url = `http://127.0.0.1:${options.port}`;
  return { url, start: () => start(layout, home, url, options) };
}

/** @param {Layout} layout @param {string} home @param {string} url @param {Parameters<typeof prepareKeycloak>[1]} options */
async function start(layout, home, url, { port, managementPort, database, adminPassword }) {
  const running = launch(
    {
      name: 'keycloak',
      command: join(home, 'bin', 'kc.sh'),
      args: [
        'start',
        '--optimized',
        '--http-enabled=true',
        '--http-host=127.0.0.1',
        `--http-port=${port}`,
        `--http-management-port=${managementPort}`,
        `--hostname=${url}`,
        // An event's line repeats what was typed as a user name; the audit log fetches events by itself, without names.
        '--log-level=info,io.smallrye.health:warn,org.keycloak.events:error',
      ],
      env: {
        JAVA_OPTS: javaOptions.join(' '),
        KC_DB_URL: `jdbc:postgresql://${database.host}:${database.port}/${database.name}`,
        KC_DB_USERNAME: database.user,
        KC_DB_PASSWORD: database.password,
        KC_DB_POOL_INITIAL_SIZE: '1',
        KC_DB_POOL_MAX_SIZE: '20',
        KC_BOOTSTRAP_ADMIN_USERNAME: administrator,
        KC_BOOTSTRAP_ADMIN_PASSWORD: adminPassword,
      },
      stopWithinMs: 20_000,
    },
    layout,
  );
  const deadline = performance.now() + 180_000;
  while (!running.endedWith() && performance.now() < deadline) {
    if (await isHealthy(managementPort)) return running;
    await Promise.race([running.ended, pause(300)]);
  }
  await running.stop();
  throw new Halt(
    `Keycloak did not start (${running.endedWith()}). Its log, ${running.log}, ends with:\n${tail(running.log)}`,
  );
}

/** @param {number} port */
async function isHealthy(port) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
