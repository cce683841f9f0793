// @ts-check
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { birthOf } from './own-processes.mjs';

/**
 * What a launcher started, on disk, so that the next one finds what a killed one left behind.
 *
 * @typedef {{ name: string, pid: number, born?: string | undefined }} Recorded
 * @typedef {{ launcher?: Recorded, processes: Recorded[] }} Records
 */

/** @param {string} file @returns {Records} */
export function recorded(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { processes: [] }; // none yet, or cut short by the kill that we are cleaning up after
  }
}

/** Whether that very process still lives. @param {Recorded} entry */
export const lives = (entry) => entry.born !== undefined && birthOf(entry.pid) === entry.born;

/** @param {string} file @param {Recorded[]} processes */
function write(file, processes) {
  const launcher = { name: 'launcher', pid: process.pid, born: birthOf(process.pid) };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.draft`, `${JSON.stringify({ launcher, processes }, null, 2)}\n`);
  renameSync(`${file}.draft`, file);
}

/** Says that this launcher owns the stack now. @param {string} file */
export const claim = (file) => write(file, []);

/** @param {string} file @param {string} name @param {number} pid */
export const remember = (file, name, pid) =>
  write(file, [
    ...recorded(file).processes.filter((known) => known.pid !== pid),
    { name, pid, born: birthOf(pid) },
  ]);

/** @param {string} file @param {number} pid */
export const forget = (file, pid) =>
  write(
    file,
    recorded(file).processes.filter((known) => known.pid !== pid),
  );
