// @ts-check
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** PostgreSQL refuses to run as root; this is `nobody` everywhere. */
const nobody = 65534;

/** The user to start PostgreSQL as: undefined means "as we are". */
export const databaseUser = () => (process.getuid?.() === 0 ? nobody : undefined);

const statIfAny = (/** @type {string} */ path) => statSync(path, { throwIfNoEntry: false });

/**
 * Whether that user may walk down to a folder. A checkout below a root home of mode 0700 is out of reach.
 * @param {string} folder @param {number} uid
 * @param {(path: string) => { mode: number, uid: number } | undefined} [stat] undefined: not made yet
 */
export function isReachable(folder, uid, stat = statIfAny) {
  for (let path = folder; ; path = dirname(path)) {
    const found = stat(path);
    if (found && !(found.uid === uid ? found.mode & 0o100 : found.mode & 0o001)) return false;
    if (path === dirname(path)) return true;
  }
}

/**
 * Where the database user may keep its data: the wanted folder, else (its parents being private) one below
 * /var/lib/rujukan.
 * @param {string} wanted its parent exists
 */
export function databaseFolder(wanted) {
  const uid = databaseUser();
  if (uid === undefined || isReachable(dirname(wanted), uid)) return wanted;
  return join(sharedFolder, createHash('sha256').update(wanted).digest('hex').slice(0, 12));
}

const sharedFolder = '/var/lib/rujukan';

/**
 * The same binaries where the database user may run them.
 * @param {string} binaries a folder `…/bin` with its `lib` and `share` beside it
 */
export function reachableBinaries(binaries) {
  const uid = databaseUser();
  if (uid === undefined || isReachable(binaries, uid)) return binaries;
  const home = dirname(binaries);
  const copy = join(sharedFolder, `postgres-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
  openSharedFolder();
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    cpSync(home, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync('chmod', ['-R', 'a+rX', copy]);
  }
  return join(copy, 'bin');
}

/** Whatever root's umask says: the database user walks through it. */
function openSharedFolder() {
  mkdirSync(sharedFolder, { recursive: true });
  chmodSync(sharedFolder, 0o755);
}

/** @param {string} folder */
export function makeOwnFolder(folder) {
  if (dirname(folder) === sharedFolder) openSharedFolder();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const uid = databaseUser();
  if (uid !== undefined) chownSync(folder, uid, uid);
}
