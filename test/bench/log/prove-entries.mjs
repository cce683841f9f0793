// @ts-check
// B11: the proof of an entry, anywhere in the log: by the use case, its audit record included, and by `GET /v1/entries/{seq}/proof`. Every
// proof is then checked as a reader would, with the policy alone.
import { UnitOfWork } from '@rujukan/persistence';
import { contextFor } from '@rujukan/testing';
import { systemClock } from '@rujukan/time';
import { nodeCrypto, verifyProof } from '@rujukan/tlog';
import { ProveEntry } from '../../../apps/audit/dist/entries/prove-entry/prove-entry.query.js';
import { anApi } from '../../../apps/audit/dist/storage/fixtures/an-api.js';
import { readBodies } from '../../../apps/audit/dist/storage/tree.store.js';
import { percentile } from '../requests.mjs';

const proofs = 2_000;
const warmUps = 100;
const act = /** @type {const} */ ({ type: 'audit.prove', action: 'R', purpose: 'audit' });

/** @param {import('./log-server.mjs').LoadedLog} log @param {import('./signed-log.mjs').SignedLog} signed @returns {Promise<import('../measures.mjs').Row[]>} */
export async function proveEntries(log, signed) {
  await signed.settled();
  const prove = new ProveEntry(new UnitOfWork(log.app, 'audit', systemClock));
  const api = await anApi(/** @type {any} */ ({ database: { urls: { app: log.urlAs('app') } } }), {
    RATE_LIMIT_PER_MINUTE: '10000000',
  });
  try {
    const byUseCase = await timed(async (seq) => {
      const proof = await prove.execute(contextFor({ agencyId: null, roles: ['auditor'], act }), seq);
      if (!proof.ok) throw new Error(`entry ${seq}: ${proof.reason}`);
      return proof.value;
    }, log);
    const byHttp = await timed(async (seq) => {
      const answer = await api.fetch(`/v1/entries/${seq}/proof`);
      if (!answer.ok) throw new Error(`entry ${seq}: ${answer.status}`);
      return answer.text();
    }, log);
    const { checks, longest } = await checked(log, signed, byUseCase.answers);
    const name = `B11 proof among ${log.entries} entries`;
    return [
      { name: `${name}, use case, p99`, value: percentile(byUseCase.times, 0.99), unit: 'ms', aim: '<= 5' },
      { name: `${name}, over HTTP, p99`, value: percentile(byHttp.times, 0.99), unit: 'ms', aim: '' },
      { name: `${name}, longest file`, value: longest, unit: 'bytes', aim: '<= 2048' },
      { name: 'B11 checking a proof offline, p99', value: percentile(checks, 0.99), unit: 'ms', aim: '<= 1' },
    ];
  } finally {
    await api.close();
  }
}

/** @param {(seq: number) => Promise<string>} ask @param {import('./log-server.mjs').LoadedLog} log */
async function timed(ask, log) {
  /** @type {number[]} */
  const times = [];
  /** @type {Map<number, string>} */
  const answers = new Map();
  for (let round = -warmUps; round < proofs; round += 1) {
    const seq = Math.floor(Math.random() * log.entries);
    const began = performance.now();
    const proof = await ask(seq);
    if (round < 0) continue;
    times.push(performance.now() - began);
    answers.set(seq, proof);
  }
  return { times, answers };
}

/** @param {import('./log-server.mjs').LoadedLog} log @param {import('./signed-log.mjs').SignedLog} signed @param {ReadonlyMap<number, string>} answers */
async function checked(log, { policy }, answers) {
  /** @type {number[]} */
  const checks = [];
  for (const [seq, proof] of answers) {
    const [entry] = await readBodies(log.owner, BigInt(seq), 1);
    const began = performance.now();
    const shown = verifyProof(nodeCrypto, policy, { entry: entry ?? Buffer.alloc(0), proof });
    checks.push(performance.now() - began);
    if (!shown.ok || shown.value.index !== BigInt(seq))
      throw new Error(`the proof of entry ${seq} proves nothing`);
  }
  return { checks, longest: Math.max(...[...answers.values()].map((proof) => proof.length)) };
}
