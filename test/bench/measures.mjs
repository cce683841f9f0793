// @ts-check
// Five measurements. Each gives rows: name, value, unit, aim, and the limit measured in the same run where there is one.
import { agencyId } from '../../deploy/demo/directory.mjs';
import { addCases } from './cases.mjs';
import { freshCases, handoffOf } from './handoffs.mjs';
import { pgbench, recordedHandoff } from './pgbench.mjs';
import { percentile, post } from './requests.mjs';
import { renewToken } from './stack.mjs';

/** @typedef {import('./stack.mjs').BenchStack} Bench */
/** @typedef {{ name: string, value: number, unit: string, aim: string, limit?: number }} Row */

const workers = ['intake-worker', 'referral-worker', 'victim-services-worker', 'audit-worker'];
const custodian = agencyId('uptd-ptk');

/** @param {Bench} bench @param {number} from @param {number} to */
export const moreCases = (bench, from, to) =>
  addCases(bench.sql['referral'], { from, to, agencyId: custodian });

/** B1: the hot path against the database alone. Workers rest, so that both sides have the machine to themselves. @param {Bench} bench @param {number} first @returns {Promise<Row[]>} */
export async function handoffAgainstDatabase(bench, first) {
  const cases = freshCases(first);
  const next = () => handoffOf(cases.next());
  const load = { url: bench.description.services.referral.url, token: bench.token, connections: 32, next };
  const { script, count } = await recordedHandoff(bench, cases, handoffOf);
  for (const name of workers) await bench.supervisor.stop(name);
  await post({ ...load, seconds: 10 });
  /** @type {{ rate: number, limit: number, p95: number }[]} */
  const pairs = [];
  for (const turn of [0, 1, 2]) {
    const served = await post({ ...load, seconds: 12 });
    refuseFailures(served.samples);
    const times = served.samples.map(({ ms }) => ms);
    const limit = pgbench(bench.description.postgres.databases.referral.app, script, {
      clients: 32,
      seconds: 12,
      first: first + 200_000 + turn * 170_000,
      folder: bench.layout.root,
    });
    pairs.push({ rate: times.length / served.seconds, limit, p95: percentile(times, 0.95) });
  }
  // What pgbench wrote is nobody's news.
  await bench.sql['referral'].query('delete from outbox where src_seq is null');
  for (const name of workers) await bench.supervisor.start(name);
  const { rate, limit, p95 } = pairs.sort((a, b) => a.rate / a.limit - b.rate / b.limit)[1];
  return [
    { name: 'B1 handoffs accepted', value: rate, unit: '/s', aim: '', limit },
    {
      name: 'B1 ratio to pgbench, median of 3',
      value: rate / limit,
      unit: `ratio, ${count} statements`,
      aim: '>= 0.8',
      limit: 1,
    },
    { name: 'B1 p95', value: p95, unit: 'ms', aim: '' },
  ];
}

/** B2: from HTTP write to audit row, both kinds of events counted. @param {Bench} bench @param {number} first @returns {Promise<Row[]>} */
export async function eventsEndToEnd(bench, first) {
  await drained(bench);
  await renewToken(bench);
  const before = await counts(bench);
  const cases = freshCases(first);
  const next = () => handoffOf(cases.next());
  const started = performance.now();
  const load = {
    url: bench.description.services.referral.url,
    token: bench.token,
    connections: 32,
    seconds: 60,
    next,
  };
  const { samples } = await post(load);
  refuseFailures(samples);
  await drained(bench);
  const seconds = (performance.now() - started) / 1_000;
  const after = await counts(bench);
  const [domain, entries] = [after.inbox - before.inbox, after.entries - before.entries];
  return [
    { name: 'B2 events end to end', value: (domain + entries) / seconds, unit: 'events/s', aim: '>= 2000' },
    {
      name: 'B2 lost',
      value:
        Math.max(0, samples.length - domain) +
        Math.max(0, samples.length - (after.requests - before.requests)),
      unit: 'events',
      aim: '0',
    },
    { name: 'B2 doubled', value: after.doubled, unit: 'events', aim: '0' },
  ];
}

/** B3: from commit to the next service's inbox, at 500 events a second. @param {Bench} bench @param {number} first @returns {Promise<Row[]>} */
export async function commitToConsumed(bench, first) {
  await renewToken(bench);
  const cases = freshCases(first);
  const next = () => handoffOf(cases.next());
  const url = bench.description.services.referral.url;
  const load = { url, token: bench.token, connections: 16, perSecond: 250, next };
  // The workers were just started again, and what they missed comes first.
  await drained(bench);
  await post({ ...load, seconds: 5 });
  await drained(bench);
  const [{ now: since }] = (await bench.sql['victim_services'].query('select clock_timestamp() as now')).rows;
  const { samples } = await post({ ...load, seconds: 20 });
  refuseFailures(samples);
  await drained(bench);
  // The event's id is a UUIDv7 made just before the commit: its first 48 bits are that millisecond.
  const { rows } = await bench.sql['victim_services'].query(
    `select extract(epoch from received) * 1000 - ('x' || lpad(left(replace(event_id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint as ms
       from inbox where received > $1`,
    [since],
  );
  const times = rows.map(({ ms }) => Number(ms));
  return [
    { name: 'B3 commit to consumed p50', value: percentile(times, 0.5), unit: 'ms', aim: '' },
    { name: 'B3 commit to consumed p99', value: percentile(times, 0.99), unit: 'ms', aim: '<= 200' },
    { name: 'B3 rate reached', value: (samples.length / 20) * 2, unit: 'events/s', aim: '500' },
  ];
}

/** B5: a handoff among few cases and among many. @param {Bench} bench @param {number} first @param {number} many @returns {Promise<Row[]>} */
export async function handoffAmongMany(bench, first, many) {
  const cases = freshCases(first);
  const p95 = async () => {
    await renewToken(bench);
    const next = () => handoffOf(cases.next());
    const load = { url: bench.description.services.referral.url, token: bench.token, connections: 4, next };
    await post({ ...load, seconds: 10 });
    const { samples } = await post({ ...load, seconds: 12, perSecond: 200 });
    refuseFailures(samples);
    await drained(bench);
    return percentile(
      samples.map(({ ms }) => ms),
      0.95,
    );
  };
  const few = await p95();
  for (let from = 10_000_001; from < 10_000_000 + many; from += 100_000)
    await moreCases(bench, from, from + 99_999);
  const more = await p95();
  return [
    {
      name: `B5 p95 with ${many.toLocaleString('en')} more cases`,
      value: more / few,
      unit: 'ratio',
      aim: '<= 1.3',
      limit: few,
    },
  ];
}

/** @param {import('./requests.mjs').Sample[]} samples */
function refuseFailures(samples) {
  const failed = samples.find(({ status }) => status !== 201);
  if (failed)
    throw new Error(`a handoff was answered ${failed.status}, nothing was measured: ${failed.refusal}`);
}

/** @param {Bench} bench */
async function counts({ sql }) {
  const one = async (/** @type {string} */ database, /** @type {string} */ text) =>
    Number((await sql[database].query(text)).rows[0].n);
  return {
    inbox: await one('victim_services', `select count(*) as n from inbox`),
    entries: await one('audit', 'select count(*) as n from audit_entry'),
    requests: await one('audit', `select count(*) as n from audit_entry where type = 'handoff.request'`),
    doubled: await one('audit', 'select count(*) - count(distinct id) as n from audit_entry'),
  };
}

/** Waits until every outbox is empty and what comes of it has stood still. @param {Bench} bench */
async function drained(bench) {
  const { sql } = bench;
  let last = '';
  for (;;) {
    const waiting = await Promise.all(
      ['referral', 'victim_services', 'audit'].map((name) =>
        sql[name].query('select count(*) as n from outbox'),
      ),
    );
    const arrived = JSON.stringify(await counts(bench));
    if (waiting.every(({ rows }) => Number(rows[0].n) === 0) && arrived === last) return;
    last = arrived;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}
