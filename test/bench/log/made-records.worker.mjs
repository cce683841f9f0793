// @ts-check
// A thread that makes records as sources send them, so that making them costs the sequencer nothing.
import { parentPort } from 'node:worker_threads';
import { madeEntry } from './made-entries.mjs';

parentPort?.on('message', ({ from, length }) => {
  const made = Array.from({ length }, (_, at) => madeEntry(from + at, Date.now()));
  const bytes = Uint8Array.from(Buffer.from(made.map(({ record }) => record).join(''), 'latin1'));
  const records = made.map(({ record, src, srcSeq }) => ({ length: record.length, src, srcSeq }));
  parentPort?.postMessage({ bytes, records }, [bytes.buffer]);
});
