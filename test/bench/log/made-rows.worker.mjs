// @ts-check
// A thread of load-entries.mjs: makes the rows and leaf hashes of a span of entries.
import { hash } from 'node:crypto';
import { parentPort } from 'node:worker_threads';
import { leafHash, nodeCrypto } from '@rujukan/tlog';
import { complete } from '../../../apps/audit/dist/domain/entry.js';
import { readRecord } from '../../../apps/audit/dist/domain/record.js';
import { Rows } from './copy-rows.mjs';
import { madeEntry } from './made-entries.mjs';

const { sha256 } = nodeCrypto;
/** One in so many is made by the product as well, and must be the same to the byte. */
const comparedEvery = 9_973;
/** Bytes that a row has at most. */
const most = 2_048;

/** @typedef {Record<'entry' | 'body' | 'subject' | 'entity', Uint8Array[]> & { leaves: Uint8Array }} MadeRows */

/** @param {number} from @param {number} to @returns {MadeRows} */
function rowsOf(from, to) {
  const rows = { entry: new Rows(), body: new Rows(), subject: new Rows(), entity: new Rows() };
  const leaves = new Uint8Array((to - from) * 32);
  for (let seq = from; seq < to; seq += 1) {
    const made = madeEntry(seq);
    const bytes = Buffer.from(made.bytes, 'latin1');
    if (seq % comparedEvery === 0) compare(made);
    leaves.set(leafHash(sha256, bytes), (seq - from) * 32);
    const outcome = made.outcome.slice(0, 1);
    rows.entry
      .row(12, most)
      .bigint(seq)
      .uuid(made.id)
      .instant(made.occurred)
      .instant(made.recorded)
      .text(made.type);
    rows.entry.text(made.action).text(outcome).text(made.actor).uuid(made.org).text(made.purpose);
    rows.entry.text(made.src).bigint(made.srcSeq);
    rows.body
      .row(3, most)
      .bigint(seq)
      .bytes(bytes)
      .bytes(hash('sha256', made.record, 'buffer'));
    rows.subject.row(6, most).uuid(made.subject).bigint(seq).instant(made.occurred);
    rows.subject.text(made.action).text(outcome).text(made.actor);
    rows.entity.row(3, most).text(made.entityId).text(made.entityType).bigint(seq);
  }
  const { entry, body, subject, entity } = rows;
  return { entry: entry.end(), body: body.end(), subject: subject.end(), entity: entity.end(), leaves };
}

/** @param {import('./made-entries.mjs').MadeEntry} made */
function compare({ record, bytes, src, srcSeq, recorded }) {
  const part = readRecord(Buffer.from(record));
  const entry = part.ok
    ? complete(part.value, {
        record: Buffer.from(record),
        number: { src, srcSeq },
        recorded: new Date(recorded),
      })
    : part;
  if (!entry.ok || entry.value.bytes.toString() !== bytes)
    throw new Error(`not as the sequencer would write it: ${bytes}`);
}

parentPort?.on('message', ({ from, to }) => {
  const made = rowsOf(from, to);
  const buffers = Object.values(made)
    .flat()
    .map(({ buffer }) => buffer);
  parentPort?.postMessage(made, /** @type {ArrayBuffer[]} */ (buffers));
});
