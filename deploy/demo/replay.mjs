// @ts-check
import { CallFailed } from './client.mjs';

/**
 * @typedef {{
 *   api: ReturnType<import('./client.mjs').connect>,
 *   at: (time: string) => Promise<void>,
 *   now: () => Date,
 *   step: <T>(what: string, act: (key: string) => Promise<T>) => Promise<T>,
 * }} Stage
 */

const unit = /** @type {const} */ ({ d: 86_400_000, h: 3_600_000, m: 60_000 });

/**
 * Milliseconds of `+2:35` (hours and minutes), `+5d`, `-49d 11h` or `-8d 11:30`.
 *
 * @param {string} text
 */
export function duration(text) {
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = text.replace(/^[+-]/, '').split(' ');
  return sign * parts.reduce((sum, part) => sum + milliseconds(part), 0);
}

/** @param {string} part */
function milliseconds(part) {
  const clock = /^(\d+):(\d{2})$/.exec(part);
  if (clock) return Number(clock[1]) * unit.h + Number(clock[2]) * unit.m;
  const amount = /^(\d+)([dhm])$/.exec(part);
  if (!amount) throw new Error(`not a duration: ${part}`);
  return Number(amount[1]) * unit[/** @type {keyof typeof unit} */ (amount[2])];
}

/**
 * A stage on which one story is replayed: time stands where the story says, every step has a key of its own, so that
 * a replay that was cut off can be begun again and nothing is doubled.
 *
 * @param {{ name: string, api: Stage['api'], clock: ReturnType<import('./movable-clock.mjs').clockAt>, anchor: Date, say: (what: string) => void }} options
 * @returns {Stage}
 */
export function stage({ name, api, clock, anchor, say }) {
  let time = anchor;
  let count = 0;
  return {
    api,
    async at(text) {
      time = new Date((text.startsWith('-') ? anchor : time).getTime() + duration(text));
      clock.set(time);
    },
    // The moment that the story tells, to the millisecond: the same again when it is begun again.
    now: () => time,
    async step(what, act) {
      count += 1;
      const key = `${name}-${count}-${anchor.getTime()}`;
      say(`${name}: ${what}`);
      return insisting(() => act(key));
    },
  };
}

/**
 * Tries again with the same key while a service is away, or has not heard yet of a case or of an agency that was just
 * registered: what was done once stays done once.
 *
 * @template T @param {() => Promise<T>} act @param {number} [left] @returns {Promise<T>}
 */
export async function insisting(act, left = 120) {
  try {
    return await act();
  } catch (error) {
    if (left === 0 || !isPassing(error)) throw error;
    await new Promise((resolve) => setTimeout(resolve, 250));
    return insisting(act, left - 1);
  }
}

/** @param {unknown} error */
function isPassing(error) {
  // fetch says so when nobody answered; by its words, since a test runner has a TypeError of its own.
  if (!(error instanceof CallFailed)) return /fetch failed/.test(String(error));
  const { status, body } = error.call;
  // 412: an event moved the handoff between reading and answering it.
  return error.isTransient || status === 404 || status === 412 || body?.code === 'unknown-agency';
}
