// @ts-check
import { memoryOf, processesOf } from './own-processes.mjs';
import { secondsSinceStart } from './terminal.mjs';

/** @import { StackDescription } from './stack-file.mjs' */

/** @param {string[][]} rows */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** What a person needs to begin. @param {StackDescription} stack */
export function summary({ portal, services, issuer, users }) {
  const addresses = [
    ['portal', portal.url],
    ...Object.entries(services).map(([name, { url }]) => [name, `${url}/openapi.json`]),
    ['Keycloak', issuer],
  ];
  const logins = users.map(({ login, role, agencyCode }) => [login, role, agencyCode]);
  return [
    '',
    table(addresses),
    '',
    `  Demo logins, all with the password ${users[0]?.password}`,
    table(logins),
    '',
  ].join('\n');
}

/**
 * Seconds and memory; PostgreSQL's shared pages are counted once.
 * @param {string} root @param {import('./supervisor.mjs').Supervisor} supervisor
 */
export function cost(root, supervisor) {
  const launched = supervisor.list().map(({ pid }) => pid);
  const pids = new Set([process.pid, ...launched, ...processesOf(root)]);
  const gigabytes = memoryOf([...pids]) / 1e9;
  return `Ready after ${secondsSinceStart()} s. The whole stack holds ${gigabytes.toFixed(2)} GB of memory in ${pids.size} processes.`;
}
