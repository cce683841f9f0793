// @ts-check
import { freePorts, isFree, listenerOn } from './ports.mjs';
import { Halt } from './terminal.mjs';

/**
 * Where the stack of `npm start` listens. Few programs use these, and systems take ports of outgoing connections from
 * higher up (Linux from 32768): inside that range any client of the machine could hold one of ours for a moment.
 */
const defaults = {
  portal: 26_100,
  intake: 26_101,
  referral: 26_102,
  'victim-services': 26_103,
  audit: 26_104,
  'intake-worker': 26_111,
  'referral-worker': 26_112,
  'victim-services-worker': 26_113,
  'audit-worker': 26_114,
  'audit-signer': 26_115,
  'witness-uptd-ptk': 26_116,
  'witness-plat': 26_117,
  keycloak: 26_120,
  'keycloak-management': 26_121,
  kafka: 26_130,
  'kafka-controller': 26_131,
  postgres: 26_140,
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
