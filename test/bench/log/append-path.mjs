// @ts-check
// B10: the sequencer with everything on (numbers, dedup, tree, tiles, partitions, all indexes, heads signed by their own process and
// cosigned by two witnesses each half second), fed in batches as the broker hands them over. Against it: the same rows in the
// same batches into the same tables, and nothing else.
import { setTimeout as pause } from 'node:timers/promises';
import { systemClock } from '@rujukan/time';
import { AppendEntries } from '../../../apps/audit/dist/entries/append-entries/append-entries.js';
import { LayTree } from '../../../apps/audit/dist/entries/append-entries/lay-tree.js';
import { complete } from '../../../apps/audit/dist/domain/entry.js';
import { readRecord } from '../../../apps/audit/dist/domain/record.js';
import { insertEntries, saveProgress, takeOver } from '../../../apps/audit/dist/storage/log.store.js';
import { percentile } from '../requests.mjs';
import { madeRecords } from './made-records.mjs';

/** As the consumer takes them: apps/audit, append-entries.consumer. */
const batch = 1_000;
/** One batch in so many comes again, as after a restart. */
const againEvery = 20;
const lookEveryMs = 20;
/** Before and after, each. */
const limitSeconds = 15;

/** @param {import('./log-server.mjs').LoadedLog} log @param {number} minutes @returns {Promise<import('../measures.mjs').Row[]>} */
export async function appendPath(log, minutes) {
  const epoch = await takeOver(log.worker.manager);
  const before = await bareInsert(log, epoch);
  const first = await sizeOf(log);
  const append = new AppendEntries(log.worker, systemClock);
  const source = madeRecords(first, batch);
  const watch = watchHeads(log);
  /** @type {{ end: number, at: number }[]} */
  const commits = [];
  let next = first;
  const began = performance.now();
  for (let turn = 0; performance.now() < began + minutes * 60_000; turn += 1) {
    const records = await source.next();
    await append.execute(records, epoch);
    next += batch;
    commits.push({ end: next, at: performance.now() });
    if (turn % againEvery === 0) await append.execute(records, epoch);
  }
  const seconds = (performance.now() - began) / 1_000;
  await source.end();
  const lostOrTwice = Math.abs((await sizeOf(log)) - next);
  const late = await watch.until(next);
  const limit = (before + (await bareInsert(log, epoch))) / 2;
  const rate = (next - first) / seconds;
  const name = `B10 ${minutes} min on ${first} entries:`;
  const p99 = (/** @type {(end: number) => number} */ seenAt) =>
    percentile(
      commits.map(({ end, at }) => seenAt(end) - at),
      0.99,
    );
  return [
    { name: `${name} appended`, value: rate, unit: 'entries/s', aim: '>= 8000', limit },
    { name: `${name} ratio to bare insert`, value: rate / limit, unit: 'ratio', aim: '', limit: 1 },
    { name: `${name} lost or twice`, value: lostOrTwice, unit: 'entries', aim: '0' },
    { name: `${name} committed to signed, p99`, value: p99(late.signedAt), unit: 'ms', aim: '<= 1000' },
    { name: `${name} committed to witnessed, p99`, value: p99(late.witnessedAt), unit: 'ms', aim: '<= 2000' },
  ];
}

/** Entries a second when nothing is done but to insert what is made already; the tree is laid afterwards. @param {import('./log-server.mjs').LoadedLog} log @param {number} epoch */
async function bareInsert(log, epoch) {
  let size = await sizeOf(log);
  const source = madeRecords(size, batch);
  let [ms, count] = [0, 0];
  for (; ms < limitSeconds * 1_000; size += batch) {
    const entries = (await source.next()).map(entryOf);
    const began = performance.now();
    await log.worker.transaction(async (tx) => {
      await insertEntries(tx, entries, size);
      await tx.query('update log_state set size = $1 where log_id = 1', [size + batch]);
    });
    ms += performance.now() - began;
    count += batch;
    const last = new Map(entries.map(({ src, srcSeq }) => [src, { last: srcSeq, gaps: [] }]));
    await saveProgress(log.worker.manager, last, systemClock.now());
  }
  await source.end();
  await new LayTree(log.worker).execute(epoch, new AbortController().signal, () => undefined);
  return count / (ms / 1_000);
}

/** @param {import('./made-records.mjs').LogRecord} record */
function entryOf({ bytes, number }) {
  const part = readRecord(bytes);
  const entry =
    part.ok && number ? complete(part.value, { record: bytes, number, recorded: systemClock.now() }) : part;
  if (!entry.ok || !('bytes' in entry.value)) throw new Error('this is no entry');
  return entry.value;
}

/** Sees from outside when heads of the log are there, signed and witnessed. @param {import('./log-server.mjs').LoadedLog} log */
function watchHeads(log) {
  /** @type {{ at: number, signed: number, witnessed: number }[]} */
  const seen = [];
  let [isStopping, end] = [false, Infinity];
  const watching = (async () => {
    while (!isStopping && !((seen.at(-1)?.witnessed ?? 0) >= end)) {
      const [row] = await log.owner.query(
        'select max(size) as signed, max(size) filter (where cosigned is not null) as witnessed from log_checkpoint',
      );
      seen.push({ at: performance.now(), signed: Number(row.signed), witnessed: Number(row.witnessed) });
      await pause(lookEveryMs);
    }
  })();
  /** @param {'signed' | 'witnessed'} what */
  const firstSeen = (what) => (/** @type {number} */ size) =>
    seen.find((head) => head[what] >= size)?.at ?? Infinity;
  return {
    /** Goes on until a head of that size is witnessed, a minute at most. @param {number} size */
    async until(size) {
      end = size;
      const patience = setTimeout(() => (isStopping = true), 60_000);
      await watching;
      clearTimeout(patience);
      return { signedAt: firstSeen('signed'), witnessedAt: firstSeen('witnessed') };
    },
  };
}

/** @param {import('./log-server.mjs').LoadedLog} log */
export async function sizeOf(log) {
  const [row] = await log.owner.query('select size from log_state');
  return Number(row.size);
}
