// @ts-check
// Records as the broker hands them over, from a number on: batch after batch, the next one always made already.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** @typedef {import('../../../apps/audit/dist/entries/append-entries/append-entries.js').LogRecord} LogRecord */

/** @param {number} first @param {number} batch */
export function madeRecords(first, batch) {
  const worker = new Worker(new URL('./made-records.worker.mjs', import.meta.url));
  let from = first;
  const order = () => {
    const coming = once(worker, 'message').then(([made]) => made);
    worker.postMessage({ from, length: batch });
    return coming;
  };
  let coming = order();
  return {
    /** @returns {Promise<LogRecord[]>} */
    async next() {
      const { bytes, records } = await coming;
      const all = Buffer.from(bytes.buffer);
      let end = 0;
      const made = records.map((/** @type {any} */ { length, src, srcSeq }, /** @type {number} */ at) => ({
        topic: 'audit.entries',
        partition: 0,
        offset: String(from + at),
        headers: {},
        bytes: all.subarray(end, (end += length)),
        number: { src, srcSeq },
      }));
      from += batch;
      coming = order();
      return made;
    },
    end: () => worker.terminate(),
  };
}
