// @ts-check
import { pause, signalGroup } from './processes.mjs';
import { say, warn } from './terminal.mjs';

/** @import { Running } from './processes.mjs' */

/**
 * @typedef {object} Kept
 * @property {string} name
 * @property {() => Promise<Running>} start resolves when the program runs (a server: when it answers)
 * @property {Running | undefined} running
 * @property {'up' | 'down' | 'restarting'} state
 * @property {boolean} isWanted
 * @property {number} crashes in a row
 */

const steadyAfterMs = 60_000;
const longestWaitMs = 15_000;

/** How long to wait before the next try, in ms: half a second, doubled by each crash in a row. @param {number} crashes */
export const backOff = (crashes) => Math.min(500 * 2 ** Math.max(0, crashes - 1), longestWaitMs);

/** Keeps programs running: what ends unasked is started again. */
export class Supervisor {
  /** @type {Map<string, Kept>} */
  #kept = new Map();
  #isStopping = false;

  /**
   * Starts a program and keeps it.
   * @param {string} name @param {() => Promise<Running>} start
   */
  async keep(name, start) {
    /** @type {Kept} */
    const one = { name, start, running: undefined, state: 'down', isWanted: true, crashes: 0 };
    this.#kept.set(name, one);
    await this.#begin(one);
  }

  /** @param {Kept} one */
  async #begin(one) {
    const running = await one.start();
    one.running = running;
    one.state = 'up';
    const began = performance.now();
    void running.ended.then((why) => this.#onEnd(one, running, why, performance.now() - began));
    if (this.#isStopping) await running.stop();
  }

  /** @param {Kept} one @param {Running} running @param {string} why @param {number} livedMs */
  async #onEnd(one, running, why, livedMs) {
    if (one.running !== running) return;
    one.state = 'down';
    if (this.#isStopping || !one.isWanted) return;
    one.crashes = livedMs > steadyAfterMs ? 1 : one.crashes + 1;
    const wait = backOff(one.crashes);
    warn(`${one.name} ended (${why}); starting it again in ${wait / 1_000} s. Log: ${running.log}`);
    one.state = 'restarting';
    await pause(wait);
    if (!this.#isStopping && one.isWanted) await this.#retry(one);
  }

  /** @param {Kept} one */
  async #retry(one) {
    try {
      await this.#begin(one);
      say(`${one.name} runs again`);
    } catch (error) {
      one.crashes += 1;
      warn(`${one.name}: ${error instanceof Error ? error.message : error}`);
      await pause(backOff(one.crashes));
      if (!this.#isStopping && one.isWanted) await this.#retry(one);
    }
  }

  /** @param {string} name */
  #find(name) {
    const one = this.#kept.get(name);
    if (!one) throw new Error(`no process ${name}`);
    return one;
  }

  /** Stops a program and does not start it again. @param {string} name */
  async stop(name) {
    const one = this.#find(name);
    one.isWanted = false;
    await one.running?.stop();
    one.state = 'down';
  }

  /** Kills a program and does not start it again: what a fault looks like that lasts. @param {string} name */
  async remove(name) {
    const one = this.#find(name);
    one.isWanted = false;
    signalGroup(one.running?.pid ?? 0, 'SIGKILL');
    await one.running?.ended;
    one.state = 'down';
  }

  /** Starts a program that was stopped. @param {string} name */
  async start(name) {
    const one = this.#find(name);
    if (one.state !== 'down') return; // it runs, or is about to
    one.isWanted = true;
    one.crashes = 0;
    await this.#begin(one);
  }

  /** Stops and starts, for new code. @param {string} name */
  async restart(name) {
    await this.stop(name);
    await this.start(name);
  }

  /** What runs, for people and for tests. */
  list() {
    return [...this.#kept.values()].map(({ name, running, state, crashes }) => ({
      name,
      pid: running?.pid ?? 0,
      log: running?.log ?? '',
      state,
      crashes,
    }));
  }

  /** @param {string} name */
  pidOf(name) {
    return this.#find(name).running?.pid ?? 0;
  }

  /** Stops everything: what started last, first; groups of equals together. @param {string[][]} order */
  async stopAll(order) {
    this.#isStopping = true;
    const named = new Set(order.flat());
    const rest = [...this.#kept.keys()].filter((name) => !named.has(name));
    for (const group of [rest, ...order]) {
      await Promise.all(group.map((name) => this.#kept.get(name)?.running?.stop()));
    }
  }
}
