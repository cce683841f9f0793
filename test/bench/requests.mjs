// @ts-check
// A closed loop of callers, each on a connection of its own, as partner systems would be.
import { Agent, request } from 'node:http';
import { randomUUID } from 'node:crypto';

/**
 * @typedef {{ status: number, ms: number, at: number, refusal?: string }} Sample
 * @typedef {{ path: string, body: unknown, ifMatch?: number }} Call
 */

/**
 * @param {object} load
 * @param {string} load.url
 * @param {string} load.token
 * @param {number} load.connections
 * @param {number} load.seconds
 * @param {() => Call} load.next the next thing to POST
 * @param {number} [load.perSecond] pace; without it as fast as answers come
 * @returns {Promise<{ samples: Sample[], seconds: number }>}
 */
export async function post({ url, token, connections, seconds, next, perSecond }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  const end = started + seconds * 1_000;
  /** @type {Sample[]} */
  const samples = [];
  let sent = 0;

  async function caller() {
    while (performance.now() < end) {
      if (perSecond) {
        const due = started + (sent / perSecond) * 1_000;
        sent += 1;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
      }
      const began = performance.now();
      const answer = await once(agent, url, token, next());
      samples.push({ ...answer, ms: performance.now() - began, at: Date.now() });
    }
  }

  await Promise.all(Array.from({ length: connections }, caller));
  agent.destroy();
  return { samples, seconds: (performance.now() - started) / 1_000 };
}

/** @param {Agent} agent @param {string} url @param {string} token @param {Call} call @returns {Promise<{ status: number, refusal?: string }>} */
export function once(agent, url, token, { path, body, ifMatch }) {
  const payload = JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'idempotency-key': randomUUID(),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}${path}`, { method: 'POST', agent, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      let text = '';
      if (status < 400) answer.resume();
      else answer.setEncoding('utf8').on('data', (part) => (text += part));
      answer.on('end', () => resolve(status < 400 ? { status } : { status, refusal: text }));
    });
    sending.on('error', reject);
    sending.end(payload);
  });
}

/** The value that `share` of the numbers do not exceed. @param {number[]} numbers @param {number} share */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
