// @ts-check
// B7: eight workers take the same handoff in the same instant. One has it; what does she wait, against one who is alone?
import { Agent } from 'node:http';
import { connect } from '../../deploy/demo/client.mjs';
import { freshCases, handoffOf } from './handoffs.mjs';
import { once, percentile } from './requests.mjs';
import { tokenOf } from './stack.mjs';

const workers = 8;
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 200);

/** @param {import('./stack.mjs').BenchStack} bench @param {number} first @returns {Promise<import('./measures.mjs').Row[]>} */
export async function acceptanceUnderContention(bench, first) {
  const { url } = bench.description.services.referral;
  const sender = connect(bench.description).as('uptd.manajer');
  const token = await tokenOf(bench.description, 'ngo.pengelola');
  const agent = new Agent({ keepAlive: true, maxSockets: workers });
  const cases = freshCases(first);

  /** So many accept one new handoff at once. @param {number} many */
  async function round(many) {
    const { path, body } = handoffOf(cases.next());
    const { id } = await sender.post('referral', path, body);
    const acceptance = { path: `/v1/handoffs/${id}/acceptances`, body: {}, ifMatch: 1 };
    return Promise.all(
      Array.from({ length: many }, async () => {
        const began = performance.now();
        const { status } = await once(agent, url, token, acceptance);
        return { isWon: status < 400, ms: performance.now() - began };
      }),
    );
  }

  for (let n = 0; n < 20; n += 1) await round(workers);
  /** @type {{ won: number[], all: number[], alone: number[] }} */
  const times = { won: [], all: [], alone: [] };
  let single = 0;
  for (let n = 0; n < rounds; n += 1) {
    times.alone.push(...(await round(1)).map(({ ms }) => ms));
    const answers = await round(workers);
    const won = answers.filter(({ isWon }) => isWon);
    if (won.length === 1) single += 1;
    times.won.push(...won.map(({ ms }) => ms));
    times.all.push(...answers.map(({ ms }) => ms));
  }
  agent.destroy();
  const [won, all, alone] = [times.won, times.all, times.alone].map((some) => percentile(some, 0.95));
  return [
    { name: 'B7 rounds with one success', value: single, unit: `of ${rounds} rounds`, aim: `${rounds}` },
    { name: `B7 accepted among ${workers}, p95`, value: won, unit: 'ms', aim: '', limit: alone },
    { name: 'B7 ratio to one alone', value: won / alone, unit: 'ratio', aim: '', limit: 1 },
    { name: `B7 all ${workers} answered, p95`, value: all, unit: 'ms', aim: '', limit: alone },
  ];
}
