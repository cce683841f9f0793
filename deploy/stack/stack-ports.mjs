// @ts-check
import { freePorts, isFree, listenerOn } from './ports.mjs';
import { Halt } from './terminal.mjs';

/** Where the stack of `npm start` listens; chosen to collide with little else. */
const defaults = {
  portal: 46_100,
  intake: 46_101,
  referral: 46_102,
  'victim-services': 46_103,
  audit: 46_104,
  'intake-worker': 46_111,
  'referral-worker': 46_112,
  'victim-services-worker': 46_113,
  'audit-worker': 46_114,
  keycloak: 46_120,
  'keycloak-management': 46_121,
  kafka: 46_130,
  'kafka-controller': 46_131,
  postgres: 46_140,
};

/** @typedef {Record<string, number>} Ports */

/** The default ports, moved together by RUJUKAN_PORT_OFFSET. @param {string | undefined} offset @returns {Ports} */
export function defaultPorts(offset = process.env.RUJUKAN_PORT_OFFSET) {
  const moved = Number(offset ?? 0);
  if (!Number.isInteger(moved) || Math.abs(moved) > 19_000)
    throw new Halt('RUJUKAN_PORT_OFFSET needs a whole number, for example 1000');
  return Object.fromEntries(Object.entries(defaults).map(([name, port]) => [name, port + moved]));
}

/** Other ports each time. @returns {Promise<Ports>} */
export async function anyPorts() {
  const names = Object.keys(defaults);
  const free = await freePorts(names.length);
  return Object.fromEntries(names.map((name, index) => [name, free[index] ?? 0]));
}

/** @param {Ports} ports @throws {Halt} naming every port that is taken, and by whom */
export async function refuseTakenPorts(ports) {
  const checks = Object.entries(ports).map(async ([name, port]) =>
    (await isFree(port)) ? undefined : { name, port },
  );
  const taken = (await Promise.all(checks)).filter((one) => one !== undefined);
  if (taken.length === 0) return;
  const lines = taken.map(
    ({ name, port }) => `  - ${port} (for ${name}) is used by ${listenerOn(port) ?? 'another process'}`,
  );
  throw new Halt(
    `These ports are taken:\n${lines.join('\n')}\nEnd what uses them, or take others: RUJUKAN_PORT_OFFSET=1000 npm start`,
  );
}
