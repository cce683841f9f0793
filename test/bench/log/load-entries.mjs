// @ts-check
// `node test/bench/log/load-entries.mjs 10000000`: a log of so many entries as the sequencer would have left it, in a database that
// stays for `npm run bench:log`. Rows come by COPY into tables without indexes; indexes are built when all are there.
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { argv } from 'node:process';
import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { emptyEdge, grow, hashesOf, nodeCrypto } from '@rujukan/tlog';
import { blockSize, moveHead, saveProgress } from '../../../apps/audit/dist/storage/log.store.js';
import { saveTiles } from '../../../apps/audit/dist/storage/tree.store.js';
import { copyRows } from './copy-rows.mjs';
import { newLog, rememberLog, startServer } from './log-server.mjs';
import { madeEntry } from './made-entries.mjs';

const { sha256 } = nodeCrypto;
const chunk = 8 * blockSize;

/** The tables and columns that a chunk of entries goes into. */
const tables = /** @type {const} */ ({
  entry:
    'audit_entry (seq, id, occurred, recorded, type, action, outcome, actor_sub, actor_org, purpose, src, src_seq)',
  body: 'audit_body (seq, bytes, event_hash)',
  subject: 'audit_subject (subject, seq, occurred, action, outcome, actor_sub)',
  entity: 'audit_entity (entity_id, entity_type, seq)',
});

/** As many threads as there are cores make the chunks in turn, each one ahead. @param {number} count */
function makers(count) {
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./made-rows.worker.mjs', import.meta.url)),
  );
  /** @type {Map<number, Promise<import('./made-rows.worker.mjs').MadeRows>>} */
  const coming = new Map();
  const order = (/** @type {number} */ from) => {
    const worker = workers[(from / chunk) % workers.length];
    if (!worker || from >= count) return;
    coming.set(
      from,
      once(worker, 'message').then(([made]) => made),
    );
    worker.postMessage({ from, to: Math.min(count, from + chunk) });
  };
  workers.forEach((_, at) => order(at * chunk));
  return {
    /** The chunk that begins there; to be asked for in order. @param {number} from */
    async rows(from) {
      const made = await coming.get(from);
      if (!made) throw new Error(`the chunk at ${from} was not ordered`);
      coming.delete(from);
      order(from + workers.length * chunk);
      return made;
    },
    end: () => Promise.all(workers.map((worker) => worker.terminate())),
  };
}

/** Takes every index and key of these tables away. @param {pg.Client} owner @returns {Promise<string[]>} what makes them again */
async function withoutIndexes(owner) {
  const { rows } = await owner.query(
    `select c.relname as table, i.relname as index, pg_get_indexdef(x.indexrelid) as made,
            (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conindid = x.indexrelid and k.contype = 'p') as key
       from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class c on c.oid = x.indrelid
      where c.relname = any($1)`,
    [['audit_entry', 'audit_body', 'audit_subject', 'audit_entity']],
  );
  for (const { table, index, key } of rows)
    await owner.query(key ? `alter table ${table} drop constraint ${index}` : `drop index ${index}`);
  return rows.map(({ table, index, made, key }) =>
    key ? `alter table ${table} add constraint ${index} ${key}` : made.replace(' ON ONLY ', ' ON '),
  );
}

/** The bodies over one connection, which are most of the bytes, and all else over another. @param {pg.Client} one @param {pg.Client} other @param {import('./made-rows.worker.mjs').MadeRows} rows */
async function copyAll(one, other, rows) {
  const bodies = copyRows(one, tables.body, rows.body);
  await copyRows(other, tables.entry, rows.entry);
  await copyRows(other, tables.subject, rows.subject);
  await copyRows(other, tables.entity, rows.entity);
  await bodies;
}

/** @param {import('./log-server.mjs').LoadedLog} log @param {number} count */
async function fill(log, count) {
  const began = performance.now();
  const tell = (/** @type {string} */ what) =>
    console.log(`${((performance.now() - began) / 1_000).toFixed(0).padStart(5)} s  ${what}`);
  const clients = await Promise.all(
    [0, 1].map(async () => {
      const client = new pg.Client({ connectionString: log.urlAs('owner') });
      await client.connect();
      await client.query(`set synchronous_commit = off; set maintenance_work_mem = '1GB'`);
      return client;
    }),
  );
  const [owner, second] = /** @type {[pg.Client, pg.Client]} */ (clients);
  const definitions = await withoutIndexes(owner);
  const threads = makers(count);
  let edge = emptyEdge;
  let root = sha256(new Uint8Array(0));
  let copying = Promise.resolve();
  for (let from = 0; from < count; from += chunk) {
    const rows = await threads.rows(from);
    const growth = grow(sha256, edge, hashesOf(rows.leaves));
    ({ edge, root } = growth);
    await copying;
    copying = copyAll(owner, second, rows).then(() => saveTiles(log.owner.manager, growth.tiles));
    if ((from / chunk) % 8 === 7) tell(`${from + chunk} of ${count} entries`);
  }
  await copying;
  await threads.end();
  tell('all entries and tiles are there; now the indexes');
  for (const sql of definitions) {
    await owner.query(sql);
    tell(sql.slice(0, 90));
  }
  await owner.query(
    `insert into audit_block select seq / ${blockSize}, min(occurred), max(occurred) from audit_entry group by 1`,
  );
  await log.owner.transaction(async (tx) => {
    await moveHead(tx, count, { size: edge.size, root });
    const last = [0, 1, 2].flatMap((at) => (at < count ? [madeEntry(count - 1 - at)] : []));
    await saveProgress(
      tx,
      new Map(last.map(({ src, srcSeq }) => [src, { last: srcSeq, gaps: [] }])),
      new Date(),
    );
  });
  await owner.query(
    'vacuum (analyze) audit_entry, audit_body, audit_subject, audit_entity, log_tile, audit_block',
  );
  await Promise.all(clients.map((client) => client.end()));
  await checkpoint(log);
  tell('loaded');
}

/** What was written is on the disk, and no measurement waits for it. @param {import('./log-server.mjs').LoadedLog} log */
async function checkpoint(log) {
  const superuser = new pg.Client({ connectionString: log.urlAs('') });
  await superuser.connect();
  await superuser.query('checkpoint');
  await superuser.end();
}

const count = Number(argv[2] ?? 1_000_000);
const server = await startServer();
try {
  const log = await newLog(server);
  await fill(log, count);
  rememberLog(log, count);
  const [{ size }] = await log.owner.query(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  console.log(`${count} entries, ${size}`);
  await log.close();
} finally {
  await server.stop();
}
