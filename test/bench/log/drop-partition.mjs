// @ts-check
// B13: the oldest ten million rows go, two partitions of entries and two of bodies, while the sequencer appends and an auditor asks. First
// each is detached, which needs the parent for an instant and gives up rather than keep others waiting; what is then nobody's
// partition is dropped, which takes as long as it takes.
import { systemClock } from '@rujukan/time';
import { AppendEntries } from '../../../apps/audit/dist/entries/append-entries/append-entries.js';
import { takeOver } from '../../../apps/audit/dist/storage/log.store.js';
import { percentile } from '../requests.mjs';
import { sizeOf } from './append-path.mjs';
import { madeRecords } from './made-records.mjs';

const batch = 100;
const aloneMs = 5_000;
const patience = '200ms';

/** @param {import('./log-server.mjs').LoadedLog} log @returns {Promise<import('../measures.mjs').Row[]>} */
export async function dropPartition(log) {
  const partitions = await oldest(log);
  const [{ rows }] = await log.owner.query(
    'select count(*)::int as rows from audit_entry where seq < 10000000',
  );
  const writer = keepWriting(log);
  await until(aloneMs);
  const began = performance.now();
  let tries = 0;
  for (const { table, name } of partitions) tries += await detach(log, table, name);
  for (const { name } of partitions) await log.superuser.query(`drop table ${name}`);
  const ended = performance.now();
  await until(aloneMs / 5);
  const writes = await writer.stop();
  const meanwhile = writes
    .filter(({ from, to }) => to >= began && from <= ended)
    .map(({ from, to }) => to - from);
  const alone = writes.filter(({ to }) => to < began).map(({ from, to }) => to - from);
  const [usual, longest] = [percentile(alone, 0.99), Math.max(...meanwhile)];
  return [
    {
      name: `B13 drop ${rows} rows in ${partitions.length} partitions`,
      value: (ended - began) / 1_000,
      unit: 's',
      aim: '<= 1',
    },
    { name: 'B13 attempts that gave way to a writer', value: tries, unit: 'times', aim: '' },
    {
      name: `B13 longest write of ${batch} meanwhile; limit: p99 before`,
      value: longest,
      unit: 'ms',
      aim: '<= 50',
      limit: usual,
    },
  ];
}

/** @param {import('./log-server.mjs').LoadedLog} log @returns {Promise<{ table: string, name: string }[]>} */
const oldest = (log) =>
  log.owner.query(
    `select p.relname as table, c.relname as name from pg_inherits join pg_class p on p.oid = inhparent
       join pg_class c on c.oid = inhrelid where c.relname ~ '^audit_(entry|body)_00[01]$' order by 2`,
  );

/** @param {import('./log-server.mjs').LoadedLog} log @param {string} table @param {string} name @returns {Promise<number>} how often it gave up */
async function detach(log, table, name) {
  for (let tries = 0; ; tries += 1)
    try {
      await log.owner.query(
        `set lock_timeout = '${patience}'; alter table ${table} detach partition ${name}; reset lock_timeout`,
      );
      return tries;
    } catch (error) {
      if (/** @type {{ code?: string }} */ (error).code !== '55P03') throw error;
    }
}

/** The sequencer, which never stops. @param {import('./log-server.mjs').LoadedLog} log */
function keepWriting(log) {
  /** @type {{ from: number, to: number }[]} */
  const writes = [];
  let isStopping = false;
  const writing = (async () => {
    const epoch = await takeOver(log.worker.manager);
    const append = new AppendEntries(log.worker, systemClock);
    const source = madeRecords(await sizeOf(log), batch);
    while (!isStopping) {
      const records = await source.next();
      const from = performance.now();
      await append.execute(records, epoch);
      writes.push({ from, to: performance.now() });
    }
    await source.end();
  })();
  return {
    async stop() {
      isStopping = true;
      await writing;
      return writes;
    },
  };
}

/** @param {number} ms */
const until = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
