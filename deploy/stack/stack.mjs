// @ts-check
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { addressOf } from './applications.mjs';
import { openControl } from './control.mjs';
import { startBacking } from './foundations.mjs';
import { agencyClients, ensureRealm } from './keycloak-realm.mjs';
import { runningLauncher, stopOrphans } from './orphans.mjs';
import { layoutOf } from './paths.mjs';
import { claim } from './pids.mjs';
import { stopHelpers } from './processes.mjs';
import { startPrograms } from './programs.mjs';
import { openSecrets } from './secrets.mjs';
import { anyPorts, defaultPorts, refuseTakenPorts } from './stack-ports.mjs';
import { describe } from './stack-file.mjs';
import { Supervisor } from './supervisor.mjs';
import { Halt, say } from './terminal.mjs';
import { agreeOnTrust } from './trust.mjs';

/**
 * @typedef {object} StackOptions
 * @property {string} root where data, logs and secrets are, for example `.run`
 * @property {'default' | 'free'} ports
 * @property {'demo' | 'test'} edition
 * @property {() => Promise<unknown>} build makes the programs; runs while the foundations start
 * @property {string} [clockFile] default: in the root
 * @property {Record<string, string>} [environment] settings of the services that differ from the usual
 *
 * @typedef {ReturnType<typeof createStack>} Stack
 */

/**
 * A stack that can be started once and stopped at any moment, also while it starts.
 * @param {StackOptions} options
 */
export function createStack(options) {
  const layout = layoutOf(options.root);
  const supervisor = new Supervisor();
  /** @type {Promise<void> | undefined} */
  let stopping;
  let isOurs = false;

  /** Takes the folder, after whoever had it before is gone. */
  async function take() {
    mkdirSync(layout.root, { recursive: true });
    const other = runningLauncher(layout);
    if (other)
      throw new Halt(
        `A stack already runs from ${layout.root} (pid ${other}). Stop it there with Ctrl-C, or with: npm run reset`,
      );
    await stopOrphans(layout);
    claim(layout.pids);
    isOurs = true;
    rmSync(layout.stack, { force: true });
    mkdirSync(layout.keys, { recursive: true, mode: 0o700 });
  }

  /** Programs first, then what they stand on. */
  async function stopAll() {
    stopHelpers();
    if (!isOurs) return;
    rmSync(layout.stack, { force: true });
    await supervisor.stopAll([['keycloak'], ['kafka'], ['postgres']]);
    await stopOrphans(layout);
    rmSync(layout.pids, { force: true });
  }

  const stop = () => (stopping ??= stopAll());
  return {
    layout,
    supervisor,
    stop,
    /** Resolves when everything says that it is ready; what was started is stopped when something fails. */
    async start() {
      try {
        await take();
        return await bringUp(options, layout, supervisor);
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

/**
 * @param {StackOptions} options @param {import('./paths.mjs').Layout} layout @param {Supervisor} supervisor
 */
async function bringUp(options, layout, supervisor) {
  const ports = options.ports === 'free' ? await anyPorts() : defaultPorts();
  await refuseTakenPorts(ports);
  const secrets = openSecrets(layout.secrets);
  const context = { layout, supervisor, secrets, ports, isThrowAway: options.edition === 'test' };
  const building = options.build();
  building.catch(() => {}); // reported where it is awaited
  const foundations = await startBacking(context);
  await building;
  await agreeOnTrust(layout.keys, ports);
  const around = {
    ports,
    databases: foundations.databases,
    brokers: foundations.brokers,
    issuer: foundations.issuer,
    trustedClients: ['portal', 'demo-cli', ...agencyClients(secrets).map(({ clientId }) => clientId)],
    clockFile: options.clockFile ?? layout.clock,
    keys: layout.keys,
    state: layout.state,
    secrets,
    environment: { DEMO_DATA: 'true', ...options.environment },
  };
  await Promise.all([startPrograms(around, context), finishIdentity(foundations, options, context)]);
  const control = options.edition === 'test' ? await openControl(supervisor) : undefined;
  const description = describe({
    around,
    postgresUrl: foundations.postgresUrl,
    edition: options.edition,
    control,
  });
  writeFileSync(layout.stack, `${JSON.stringify(description, null, 2)}\n`, { mode: 0o600 });
  return { description, around };
}

/**
 * @param {Awaited<ReturnType<typeof startBacking>>} foundations @param {StackOptions} options
 * @param {{ layout: import('./paths.mjs').Layout, secrets: import('./secrets.mjs').Secrets, ports: Record<string, number> }} context
 */
async function finishIdentity(foundations, options, { layout, secrets, ports }) {
  const url = await foundations.keycloak;
  say('Keycloak is ready');
  const { rolePermissions } = await import('@rujukan/authz');
  const roles = Object.keys(rolePermissions);
  await ensureRealm(layout, {
    url,
    secrets,
    portalUrl: addressOf(ports['portal']),
    edition: options.edition,
    roles,
  });
  say('realm is ready: agencies, people, clients');
}
