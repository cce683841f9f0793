// @ts-check
import { addressOf, services } from './applications.mjs';
import { agencyClients, demoUsers } from './keycloak-realm.mjs';
import { trustFiles, witnessAgencies } from './trust.mjs';

/**
 * What scripts and tests need to know of a running stack.
 * @param {{ around: import('./applications.mjs').Surroundings, postgresUrl: string, edition: 'demo' | 'test', control?: { url: string, token: string } | undefined }} input
 *   control is for tests that take processes away
 */
export function describe({ around, postgresUrl, edition, control }) {
  const { ports, databases, brokers, issuer, clockFile, secrets } = around;
  const addresses = services.map((name) => [
    name,
    { url: addressOf(ports[name]), workerUrl: addressOf(ports[`${name}-worker`]) },
  ]);
  return {
    edition,
    services: Object.fromEntries(addresses),
    portal: { url: addressOf(ports['portal']) },
    witnesses: witnessAgencies.map((agency) => ({ agency, url: addressOf(ports[`witness-${agency}`]) })),
    policyFile: trustFiles(around.keys).policy,
    issuer,
    jwksUri: `${issuer}/protocol/openid-connect/certs`,
    brokers,
    postgres: { url: postgresUrl, databases },
    clockFile,
    users: demoUsers(secrets),
    clients: agencyClients(secrets),
    ...(control ? { control: { url: control.url, token: control.token } } : {}),
    startedAt: new Date().toISOString(),
  };
}

/** @typedef {ReturnType<typeof describe>} StackDescription */
