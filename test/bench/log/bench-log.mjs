// @ts-check
// `npm run bench:log`: measures the log that load-entries.mjs loaded, and writes .run/bench-log.json. What only reads comes first; the last
// two write, so that a second run measures a longer log. `node test/bench/log/bench-log.mjs B8 B11` measures these alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { argv } from 'node:process';
import { appendPath } from './append-path.mjs';
import { auditorQueries } from './auditor-queries.mjs';
import { dropPartition } from './drop-partition.mjs';
import { eraseDetails } from './erase-details.mjs';
import { fsckExport } from './fsck-export.mjs';
import { loadedLog, startServer } from './log-server.mjs';
import { proveEntries } from './prove-entries.mjs';
import { signedLog } from './signed-log.mjs';

const minutes = Number(process.env['BENCH_MINUTES'] ?? 10);
const wanted = argv.slice(2);

const server = await startServer();
const log = await loadedLog(server);
const signed = await signedLog(log);
/** @type {[string, string, () => Promise<import('../measures.mjs').Row[]>][]} */
const measures = [
  ['B8', 'questions of an auditor', () => auditorQueries(log)],
  ['B11', 'proofs', () => proveEntries(log, signed)],
  ['B12', 'fsck of the whole log', () => fsckExport(log, signed)],
  ['B9', 'erasing 10,000 details', () => eraseDetails(10_000)],
  ['B10', `appending for ${minutes} minutes`, () => appendPath(log, minutes)],
  ['B13', 'dropping ten million rows', () => dropPartition(log)],
];
try {
  await signed.settled();
  /** @type {import('../measures.mjs').Row[]} */
  const rows = [];
  for (const [name, what, work] of measures) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.log(`measuring: ${name} ${what}`);
    rows.push(...(await work()));
  }
  mkdirSync('.run', { recursive: true });
  writeFileSync(
    '.run/bench-log.json',
    `${JSON.stringify({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, rows }, null, 2)}\n`,
  );
  console.table(rows.map(({ value, ...row }) => ({ ...row, value: Number(value.toPrecision(4)) })));
} finally {
  await signed.stop();
  await log.close();
  await server.stop();
}
