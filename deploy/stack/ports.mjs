// @ts-check
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { connect, createServer } from 'node:net';

const host = '127.0.0.1';

/** Below the range from which the kernel takes ports for outgoing connections, so that nothing drifts into ours. */
const lowest = 28_000;
const highest = 32_000;

/** Whether we could listen there now. @param {number} port @returns {Promise<boolean>} */
export function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host }, () => server.close(() => resolve(true)));
  });
}

/** Whether something accepts connections there. @param {number} port @returns {Promise<boolean>} */
export function answers(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    const end = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

/** As many free ports as asked for, all different. @param {number} count @returns {Promise<number[]>} */
export async function freePorts(count) {
  /** @type {Set<number>} */
  const found = new Set();
  while (found.size < count) {
    const port = lowest + Math.floor(Math.random() * (highest - lowest));
    if (!found.has(port) && (await isFree(port))) found.add(port);
  }
  return [...found];
}

/**
 * The process that listens on a port, as far as this system tells: Linux only.
 * @param {number} port @returns {string | undefined} for example `nginx (pid 4711)`
 */
export function listenerOn(port) {
  const inode = socketInode(port);
  if (!inode) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const links = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
      if (!links.includes(`socket:[${inode}]`)) continue;
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
      return `${words.slice(0, 3).join(' ').slice(0, 120)} (pid ${pid})`;
    } catch {
      continue; // it ended while we looked, or belongs to another user
    }
  }
  return undefined;
}

/** @param {number} port */
function socketInode(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const file of ['/proc/net/tcp', '/proc/net/tcp6']) {
    try {
      for (const line of readFileSync(file, 'utf8').split('\n').slice(1)) {
        const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
        if (local?.endsWith(`:${hex}`) && state === '0A') return inode;
      }
    } catch {
      return undefined; // not Linux
    }
  }
  return undefined;
}
