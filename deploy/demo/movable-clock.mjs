// @ts-check
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Moves the clock that every process of a demo or test stack shares.
 *
 * @param {string} file
 */
export function clockAt(file) {
  const write = (/** @type {number} */ offsetMs) => {
    writeFileSync(`${file}.new`, JSON.stringify({ offsetMs: Math.round(offsetMs) }));
    renameSync(`${file}.new`, file); // whole or not at all: a process may read at this moment
  };
  const offset = () => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')).offsetMs;
    } catch {
      return 0;
    }
  };
  return {
    now: () => new Date(Date.now() + offset()),
    /** @param {Date} time */
    set: (time) => write(time.getTime() - Date.now()),
    /** @param {number} ms */
    advance: (ms) => write(offset() + ms),
    /** Back to the machine's own time. */
    release: () => write(0),
  };
}
