// @ts-check
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { ownerVariable } from './own-processes.mjs';
import { forget, remember } from './pids.mjs';

/**
 * @typedef {object} Program
 * @property {string} name also the name of its log
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string>} [env] beside PATH and the like
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {NodeJS.Signals} [stopSignal] default SIGTERM
 * @property {number} [stopWithinMs] then SIGKILL; default 15 s
 *
 * @typedef {object} Running
 * @property {Program} program
 * @property {number} pid
 * @property {string} log
 * @property {Promise<string>} ended why it ended: `code 1`, `signal SIGKILL`
 * @property {() => string | undefined} endedWith the same, at once
 * @property {() => Promise<void>} stop asks, waits, then insists; the whole process group
 */

const inherited = [
  'PATH',
  'HOME',
  'LANG',
  'LC_ALL',
  'TZ',
  'TMPDIR',
  'JAVA_HOME',
  'NODE_EXTRA_CA_CERTS',
  'LD_LIBRARY_PATH',
];

/** Only what a child may need of our own environment, so that a stray variable cannot change a stack. */
export const plainEnvironment = () =>
  Object.fromEntries(
    inherited.flatMap((name) =>
      process.env[name] ? [[name, /** @type {string} */ (process.env[name])]] : [],
    ),
  );

/**
 * Keeps the log of the run before under `<name>.previous.log`.
 * @param {string} folder @param {string} name
 */
export function freshLog(folder, name) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}.log`);
  if (existsSync(file)) renameSync(file, join(folder, `${name}.previous.log`));
  return file;
}

/**
 * Starts a program in a process group of its own, its output in a log.
 * @param {Program} program
 * @param {{ root: string, logs: string, pids: string }} layout
 * @returns {Running}
 */
export function launch(program, layout) {
  mkdirSync(layout.logs, { recursive: true });
  const log = join(layout.logs, `${program.name}.log`);
  const output = openSync(log, 'a');
  const child = spawn(program.command, program.args, {
    cwd: program.cwd ?? layout.root,
    env: { ...plainEnvironment(), ...program.env, [ownerVariable]: layout.root },
    stdio: ['ignore', output, output],
    detached: true,
    ...(program.uid === undefined ? {} : { uid: program.uid, gid: program.uid }),
  });
  closeSync(output);
  /** @type {string | undefined} */
  let result;
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    const end = (/** @type {string} */ why) => {
      result ??= why;
      if (child.pid) forget(layout.pids, child.pid);
      resolve(result);
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ? `signal ${signal}` : `code ${code}`));
  });
  const pid = child.pid ?? 0;
  if (pid) remember(layout.pids, program.name, pid);
  const stop = () => stopGroup(pid, ended, program);
  return { program, pid, log, ended, endedWith: () => result, stop };
}

/**
 * Signals the whole group: kc.sh, for one, leaves the work to a child.
 * @param {number} pid @param {Promise<unknown>} ended @param {Pick<Program, 'stopSignal' | 'stopWithinMs'>} program
 */
async function stopGroup(pid, ended, program) {
  if (!pid) return;
  signalGroup(pid, program.stopSignal ?? 'SIGTERM');
  const deadline = performance.now() + (program.stopWithinMs ?? 15_000);
  while (groupLives(pid) && performance.now() < deadline)
    await Promise.race([ended, pause(25)]).then(() => pause(5));
  if (groupLives(pid)) signalGroup(pid, 'SIGKILL');
  await ended;
}

/** @param {number} pid @param {NodeJS.Signals | 0} signal @returns {boolean} whether anybody was there */
export function signalGroup(pid, signal) {
  if (pid <= 1) return false; // never started
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

const groupLives = (/** @type {number} */ pid) => signalGroup(pid, 0);

/** Resolves to false after a while. @param {number} ms @returns {Promise<false>} */
export const pause = (ms) => new Promise((resolve) => setTimeout(() => resolve(false), ms));

/** Programs that `run` waits for; they end with the launcher. @type {Set<number>} */
const helpers = new Set();

/** Ends every program that `run` still waits for. */
export const stopHelpers = () => helpers.forEach((pid) => signalGroup(pid, 'SIGKILL'));
process.on('exit', stopHelpers);

/**
 * Runs a program to its end and gives its output.
 * @param {string} command @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, uid?: number }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? plainEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
    });
    if (child.pid) helpers.add(child.pid);
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (/** @type {number} */ code, /** @type {string} */ text) => {
      if (child.pid) helpers.delete(child.pid);
      resolve({ code, output: text });
    };
    child.once('error', (error) => end(127, error.message));
    child.once('close', (code) => end(code ?? 1, output));
  });
}
