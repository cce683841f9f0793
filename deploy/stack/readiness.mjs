// @ts-check
import { addressOf } from './applications.mjs';
import { pause } from './processes.mjs';
import { Halt, tail } from './terminal.mjs';

/** @import { Supervisor } from './supervisor.mjs' */

const patienceMs = 120_000;
const mayCrash = 3;

/**
 * Waits until a process says that it can do its work.
 * @param {Supervisor} supervisor @param {{ name: string, port: number }} program
 * @throws {Halt} with the end of its log
 */
export async function ready(supervisor, { name, port }) {
  const deadline = performance.now() + patienceMs;
  let last = 'no answer';
  while (performance.now() < deadline) {
    const answer = await probe(`${addressOf(port)}/readyz`);
    if (answer === 'ready') return;
    last = answer;
    const state = supervisor.list().find((one) => one.name === name);
    if (state && state.crashes >= mayCrash)
      throw new Halt(`${name} keeps ending. Its log, ${state.log}, ends with:\n${tail(state.log)}`);
    await pause(200);
  }
  const log = supervisor.list().find((one) => one.name === name)?.log ?? '';
  throw new Halt(
    `${name} is not ready after ${patienceMs / 1_000} s (${last}). Its log, ${log}, ends with:\n${tail(log)}`,
  );
}

/** @param {string} url */
async function probe(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return answer.ok ? 'ready' : `${answer.status} ${(await answer.text()).slice(0, 200)}`;
  } catch {
    return 'no answer';
  }
}
