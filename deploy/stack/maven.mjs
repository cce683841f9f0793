// @ts-check
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { birthOf } from './own-processes.mjs';
import { cacheFolder } from './paths.mjs';
import { run } from './processes.mjs';
import { Halt, say } from './terminal.mjs';

/**
 * A folder in the cache, filled once. Two launchers may fill it at the same time: whole folders are moved into place.
 * @param {string} name @param {(draft: string) => Promise<void>} fill
 * @returns {Promise<string>}
 */
export async function cached(name, fill) {
  const folder = join(cacheFolder, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  removeAbandoned();
  const draft = join(cacheFolder, `.${name}.${process.pid}`);
  mkdirSync(draft);
  try {
    await fill(draft);
    if (!existsSync(folder)) renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Drafts of launchers that were killed. */
function removeAbandoned() {
  for (const name of readdirSync(cacheFolder)) {
    const pid = /^\..*\.(\d+)$/.exec(name)?.[1];
    if (pid && birthOf(Number(pid)) === undefined)
      rmSync(join(cacheFolder, name), { recursive: true, force: true });
  }
}

/** Maven's own store is not made for two at a time. */
let queue = Promise.resolve();

/** @type {typeof fetchByMaven} */
export function maven(what, goals, artifacts) {
  const turn = queue.then(() => fetchByMaven(what, goals, artifacts));
  queue = turn.catch(() => {});
  return turn;
}

/**
 * Runs Maven quietly and tells how many megabytes came so far.
 * @param {string} what for the person who waits @param {string[]} goals
 * @param {string[]} artifacts folders of the local repository that grow meanwhile
 */
async function fetchByMaven(what, goals, artifacts) {
  const repository = join(homedir(), '.m2', 'repository');
  const size = () => artifacts.reduce((sum, folder) => sum + megabytes(join(repository, folder)), 0);
  say(`fetching ${what}`);
  const ticker = setInterval(() => say(`fetching ${what}: ${size()} MB so far`), 5_000);
  try {
    const { code, output } = await run('mvn', ['-q', '-B', '-ntp', ...goals], { cwd: cacheFolder });
    if (code === 0) return;
    throw new Halt(
      `Maven could not fetch ${what}:\n${output.trim().split('\n').slice(0, 15).join('\n')}\n` +
        'It needs Maven Central, or a mirror of it in ~/.m2/settings.xml.',
    );
  } finally {
    clearInterval(ticker);
  }
}

/** @param {string} folder @returns {number} */
function megabytes(folder) {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const bytes = files.reduce((sum, file) => sum + sizeOf(join(file.parentPath ?? file.path, file.name)), 0);
  return Math.round(bytes / 1e6);
}

/** @param {string} file */
function sizeOf(file) {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
