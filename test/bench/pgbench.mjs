// @ts-check
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:http';
import { entryOf, programs } from '../../deploy/stack/applications.mjs';
import { openSecrets } from '../../deploy/stack/secrets.mjs';
import { anyPorts } from '../../deploy/stack/stack-ports.mjs';
import { pgbenchScript } from './statements.mjs';

/**
 * The statements of one handoff, recorded from a service of the same build with everything warm.
 *
 * @param {import('./stack.mjs').BenchStack} bench
 * @param {{ next: () => string }} cases @param {(caseId: string) => { path: string, body: unknown }} call
 */
export async function recordedHandoff(bench, cases, call) {
  const file = join(bench.layout.root, 'statements.jsonl');
  const ports = await anyPorts();
  const secrets = openSecrets(bench.layout.secrets);
  const around = { ...bench.around, secrets, ports, keys: bench.layout.keys };
  const program = programs(around).find(({ name }) => name === 'referral');
  if (!program) throw new Error('no referral service');
  const hook = new URL('record-statements.mjs', import.meta.url).pathname;
  const env = { ...process.env, ...program.env, RATE_LIMIT_PER_MINUTE: '6000', RECORD_STATEMENTS: file };
  rmSync(file, { force: true });
  const service = spawn(process.execPath, ['--import', hook, entryOf('referral', 'main.js')], {
    env,
    stdio: 'ignore',
  });
  try {
    const url = `http://127.0.0.1:${ports['referral']}`;
    await answering(`${url}/readyz`);
    await send(url, bench.token, call(cases.next()), 'warm-1');
    await send(url, bench.token, call(cases.next()), 'warm-2');
    rmSync(file, { force: true });
    const [caseId, key] = [cases.next(), 'recorded-key-0001'];
    await send(url, bench.token, call(caseId), key);
    const lines = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    return { script: pgbenchScript(lines, { caseId, idempotencyKey: key }), count: lines.length };
  } finally {
    service.kill('SIGTERM');
    await new Promise((resolve) => service.once('exit', resolve));
  }
}

/**
 * Transactions per second of pgbench with that script.
 *
 * @param {string} url connection of the service's own role @param {string} script
 * @param {{ clients: number, seconds: number, first: number, folder: string }} run
 */
export function pgbench(url, script, { clients, seconds, first, folder }) {
  const file = join(folder, 'handoff.sql');
  writeFileSync(file, script);
  const args = [
    '-n',
    '-M',
    'prepared',
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
    '-D',
    'i=0',
    '-D',
    `first=${first}`,
    '-f',
    file,
    url,
  ];
  const run = spawnSync(binary(), args, { encoding: 'utf8' });
  const rate = /tps = ([\d.]+) \(without/.exec(run.stdout);
  if (run.status !== 0 || !rate) throw new Error(`pgbench failed: ${run.stderr.slice(0, 2_000)}\n${script}`);
  return Number(rate[1]);
}

function binary() {
  const found = ['18', '17', '16', '15']
    .map((major) => `/usr/lib/postgresql/${major}/bin/pgbench`)
    .find(existsSync);
  return found ?? 'pgbench';
}

/** @param {string} url */
async function answering(url) {
  for (let left = 200; left > 0; left -= 1) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} never answered`);
}

/** @param {string} url @param {string} token @param {{ path: string, body: unknown }} call @param {string} key */
function send(url, token, call, key) {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}${call.path}`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve(undefined) : reject(new Error(`handoff: ${answer.statusCode}`)),
      );
    });
    sending.on('error', reject);
    sending.end(JSON.stringify(call.body));
  });
}
