// @ts-check
// `npm run bench`: measures on a throw-away stack and writes .run/bench.json. Nothing is asserted: a machine is not a test.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { clocksDueAtOnce } from './clocks.mjs';
import { acceptanceUnderContention } from './contention.mjs';
import {
  commitToConsumed,
  eventsEndToEnd,
  handoffAgainstDatabase,
  handoffAmongMany,
  moreCases,
} from './measures.mjs';
import { startStack } from './stack.mjs';

const many = Number(process.env['BENCH_CASES'] ?? 1_000_000);
const bench = await startStack();
// Only now: it imports what starting the stack has built.
const { costOfRecordingReads } = await import('./read-audit.mjs');
const stop = () => bench.stop().then(() => process.exit(1));
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

try {
  /** @type {import('./measures.mjs').Row[]} */
  const rows = [];
  const measure = async (
    /** @type {string} */ what,
    /** @type {() => Promise<import('./measures.mjs').Row[]>} */ work,
  ) => {
    console.log(`measuring: ${what}`);
    rows.push(...(await work()));
  };
  await moreCases(bench, 1, 10_000);
  await measure('B5 a handoff among 10,000 and among many cases, first half needs a small table', () =>
    handoffAmongMany(bench, 1, many),
  );
  for (let first = 1_000_001; first < 2_000_000; first += 250_000)
    await moreCases(bench, first, first + 249_999);
  await measure('B1 the handoff path against the database alone', () =>
    handoffAgainstDatabase(bench, 1_000_001),
  );
  await measure('B3 commit to consumed at 500 events/s', () => commitToConsumed(bench, 1_750_001));
  await measure('B4 what recording a read costs', () => costOfRecordingReads(bench));
  await measure('B2 events end to end for 60 s', () => eventsEndToEnd(bench, 1_800_001));

  await measure('B7 one handoff, eight who accept it at once', () =>
    acceptanceUnderContention(bench, 1_990_001),
  );
  await measure('B6 a thousand clocks due in the same second', () => clocksDueAtOnce(bench));

  mkdirSync('.run', { recursive: true });
  writeFileSync(
    '.run/bench.json',
    `${JSON.stringify({ machine: `${cpus().length} × ${cpus()[0]?.model}`, node: process.version, rows }, null, 2)}\n`,
  );
  console.table(
    rows.map(({ name, value, unit, aim, limit }) => ({
      name,
      value: Number(value.toPrecision(4)),
      unit,
      aim,
      limit: limit && Number(limit.toPrecision(4)),
    })),
  );
} finally {
  await bench.stop();
}
