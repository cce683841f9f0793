// @ts-check
// Telling our own processes from strangers: by the moment of their birth, and by the stack that they belong to.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { platform } from 'node:os';

/** Every process of a stack carries this variable. */
export const ownerVariable = 'RUJUKAN_STACK';

const isLinux = platform() === 'linux';

/**
 * When a process was born, as the system words it; a reused pid has another answer.
 * @param {number} pid @returns {string | undefined} undefined when there is no such process
 */
export function birthOf(pid) {
  try {
    if (!isLinux)
      return (
        execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined
      );
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19]; // a zombie has ended already
  } catch {
    return undefined;
  }
}

/**
 * Every process that carries the mark of a stack, also those that a program of ours started; Linux only.
 * @param {string} root of the stack @param {string} [dataFolder] PostgreSQL rewrites its environment but stands in its data
 * @returns {number[]}
 */
export function processesOf(root, dataFolder) {
  if (!isLinux) return [];
  const mark = `${ownerVariable}=${root}`;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => carries(pid, mark) || (dataFolder !== undefined && standsIn(pid, dataFolder)))
    .map(Number);
}

/** @param {string} pid @param {string} mark */
function carries(pid, mark) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(mark);
  } catch {
    return false; // gone, or another user's
  }
}

/** @param {string} pid @param {string} folder */
function standsIn(pid, folder) {
  try {
    return (
      readlinkSync(`/proc/${pid}/cwd`) === folder &&
      readFileSync(`/proc/${pid}/comm`, 'utf8').startsWith('postgres')
    );
  } catch {
    return false;
  }
}

/**
 * Memory of some processes in bytes; shared pages are counted once where the system tells (Linux).
 * @param {number[]} pids
 */
export const memoryOf = (pids) =>
  pids.reduce((sum, pid) => sum + (isLinux ? proportional(pid) : resident(pid)), 0);

/** @param {number} pid */
function proportional(pid) {
  try {
    const kilobytes = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1_024;
  } catch {
    return 0;
  }
}

/** @param {number} pid */
function resident(pid) {
  try {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024;
  } catch {
    return 0;
  }
}
