// @ts-check
// B6: a thousand deadlines in the same second, and three workers of the service to tell of them.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { entryOf, programs } from '../../deploy/stack/applications.mjs';
import { openSecrets } from '../../deploy/stack/secrets.mjs';
import { anyPorts } from '../../deploy/stack/stack-ports.mjs';

const count = 1_000;
const topic = 'referral.handoff.events';
const breached = 'id.rujukan.handoff-clock.breached.v1';

/** @param {import('./stack.mjs').BenchStack} bench @returns {Promise<import('./measures.mjs').Row[]>} */
export async function clocksDueAtOnce(bench) {
  const heard = await listen(bench.description.brokers);
  const others = [await anotherWorker(bench), await anotherWorker(bench)];
  try {
    const sql = bench.sql['referral'];
    const due = Date.now() + 4_000;
    await sql.query(
      `insert into duty_clock (id, definition, policy_version, case_id, agency_id, subject, aspect, round, state, started_at,
         due_at, paused_ms, warned, escalated, wake_at)
       select gen_random_uuid(), 'referral-decision', 1, gen_random_uuid(), $1, gen_random_uuid(), '', 1, 'running',
         $2::timestamptz - interval '3 hours', $2, 0, 80, 0, $2 from generate_series(1, $3::int)`,
      [randomUUID(), new Date(due), count],
    );
    const seconds = (await allTold(sql, due)) / 1_000;
    await heard.atLeast(count);
    return [
      { name: `B6 ${count} clocks due at once, last told after`, value: seconds, unit: 's', aim: '<= 5' },
      { name: 'B6 not told', value: count - heard.clocks(), unit: 'clocks', aim: '0' },
      { name: 'B6 told twice', value: heard.events() - heard.clocks(), unit: 'events', aim: '0' },
    ];
  } finally {
    await Promise.all(others.map((stop) => stop()));
    await heard.stop();
  }
}

/** How long after the deadline the last breach was committed. @param {import('pg').Client} sql @param {number} due */
async function allTold(sql, due) {
  for (;;) {
    const { rows } = await sql.query(
      `select count(*)::int as n from duty_clock where due_at = $1 and state = 'breached'`,
      [new Date(due)],
    );
    if (rows[0].n === count) return Date.now() - due;
    if (Date.now() > due + 60_000)
      throw new Error(`after a minute ${rows[0].n} of ${count} clocks were told`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** One more worker of referral, beside that of the stack. @param {import('./stack.mjs').BenchStack} bench */
async function anotherWorker(bench) {
  const ports = await anyPorts();
  const around = {
    ...bench.around,
    secrets: openSecrets(bench.layout.secrets),
    ports,
    keys: bench.layout.keys,
  };
  const program = programs(around).find(({ name }) => name === 'referral-worker');
  if (!program) throw new Error('no referral worker');
  const worker = spawn(process.execPath, [entryOf('referral', 'worker.main.js')], {
    env: { ...process.env, ...program.env },
    stdio: 'ignore',
  });
  const stop = async () => {
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGTERM');
    await ended;
  };
  try {
    await ready(`http://127.0.0.1:${program.port}/readyz`);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** @param {string} url */
async function ready(url) {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

/** Hears what is told of breaches from now on. @param {string} brokers */
async function listen(brokers) {
  const kafka = new Kafka({ clientId: 'bench', brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `bench-${randomUUID()}` });
  /** @type {string[]} */
  const told = [];
  await consumer.connect();
  await consumer.subscribe({ topic });
  const joined = new Promise((resolve) => consumer.on('consumer.group_join', resolve));
  await consumer.run({
    eachMessage: async ({ message }) => {
      if (String(message.headers?.['ce_type']) === breached)
        told.push(JSON.parse(String(message.value)).clockId);
    },
  });
  await joined;
  return {
    events: () => told.length,
    clocks: () => new Set(told).size,
    /** Waits until so many came, or no more come. @param {number} wanted */
    async atLeast(wanted) {
      for (let still = 0, last = -1; still < 20; still = told.length === last ? still + 1 : 0) {
        last = told.length;
        if (last >= wanted && still > 5) return;
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    },
    stop: () => consumer.disconnect(),
  };
}
