// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * @typedef {{ name: string, pid: number }} Recorded
 * The list lets the next launcher find what a killed one left behind.
 */

/** @param {string} file @returns {Recorded[]} */
export function recorded(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).processes;
  } catch {
    return []; // none yet, or cut short by the kill that we are cleaning up after
  }
}

/** @param {string} file @param {Recorded[]} processes */
function write(file, processes) {
  const draft = `${file}.draft`;
  writeFileSync(draft, `${JSON.stringify({ launcher: process.pid, processes }, null, 2)}\n`);
  renameSync(draft, file);
}

/** @param {string} file @param {Recorded} entry */
export const remember = (file, entry) => write(file, [...recorded(file).filter((known) => known.pid !== entry.pid), entry]);

/** @param {string} file @param {number} pid */
export const forget = (file, pid) => write(file, recorded(file).filter((known) => known.pid !== pid));
