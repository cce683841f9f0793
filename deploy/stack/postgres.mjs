// @ts-check
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  chmodSync,
  chownSync,
  mkdtempSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { launch, pause, run } from './processes.mjs';
import { answers } from './ports.mjs';
import { findPostgres } from './postgres-binaries.mjs';
import { databaseFolder, databaseUser, makeOwnFolder, reachableBinaries } from './unprivileged.mjs';
import { Halt, tail } from './terminal.mjs';

/** @import { Layout } from './paths.mjs' */

const superuser = 'postgres';

/**
 * A cluster of our own: made on first use, then started.
 * @param {Layout} layout
 * @param {{ port: number, password: string, isThrowAway?: boolean }} options
 * @returns {Promise<{ url: string, folder: string, start: () => Promise<import('./processes.mjs').Running> }>}
 */
export async function preparePostgres(layout, options) {
  mkdirSync(layout.root, { recursive: true });
  const binaries = reachableBinaries(findPostgres());
  const folder = databaseFolder(layout.postgres);
  if (!existsSync(join(folder, 'global', 'pg_control'))) await initialise(binaries, folder, options.password);
  refuseOtherMajor(binaries, folder, await majorOf(binaries));
  return {
    url: `postgres://${superuser}:${options.password}@127.0.0.1:${options.port}/postgres`,
    folder,
    start: () => start(layout, binaries, folder, options),
  };
}

/** @param {string} binaries @param {string} folder @param {string} password */
async function initialise(binaries, folder, password) {
  rmSync(folder, { recursive: true, force: true }); // whatever an interrupted initdb left
  makeOwnFolder(folder);
  const secret = mkdtempSync(join(tmpdir(), 'rujukan-'));
  const passwordFile = join(secret, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    const uid = databaseUser();
    if (uid !== undefined) for (const path of [secret, passwordFile]) chownSync(path, uid, uid);
    const options = [
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
    ];
    const made = await run(
      join(binaries, 'initdb'),
      ['-D', folder, '-U', superuser, `--pwfile=${passwordFile}`, ...options],
      { cwd: folder, ...(uid === undefined ? {} : { uid }) },
    );
    if (made.code !== 0)
      throw new Halt(`PostgreSQL could not make its data folder ${folder}:\n${made.output}`);
    chmodSync(folder, 0o700);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/** @param {string} binaries */
async function majorOf(binaries) {
  const { output } = await run(join(binaries, 'postgres'), ['--version'], { cwd: '/' });
  return /\s(\d+)/.exec(output)?.[1] ?? '';
}

/** @param {string} binaries @param {string} folder @param {string} major */
function refuseOtherMajor(binaries, folder, major) {
  const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (made === major) return;
  throw new Halt(
    `The data in ${dirname(folder)} was made by PostgreSQL ${made}; ${binaries} is version ${major}.\n` +
      'Set POSTGRES_BIN to the older binaries, or empty the stack with: npm run reset',
  );
}

/** Survives the death of a process, not of the machine: enough for data that nobody keeps. */
const throwAwaySettings = ['-c', 'fsync=off', '-c', 'full_page_writes=off'];

/**
 * @param {Layout} layout @param {string} binaries @param {string} folder
 * @param {{ port: number, isThrowAway?: boolean }} options
 */
async function start(layout, binaries, folder, { port, isThrowAway = false }) {
  const uid = databaseUser();
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=300',
    'log_timezone=UTC',
  ];
  const running = launch(
    {
      name: 'postgres',
      command: join(binaries, 'postgres'),
      args: [
        '-D',
        folder,
        '-p',
        String(port),
        ...settings.flatMap((pair) => ['-c', pair]),
        ...(isThrowAway ? throwAwaySettings : []),
      ],
      cwd: folder,
      stopSignal: 'SIGINT', // fast shutdown: ends sessions, writes a checkpoint
      ...(uid === undefined ? {} : { uid }),
    },
    layout,
  );
  const deadline = performance.now() + 60_000; // recovery after kill -9 may take a while
  while (performance.now() < deadline) {
    if (running.endedWith()) break;
    if (await acceptsSessions(port)) return running;
    await Promise.race([running.ended, pause(50)]);
  }
  await running.stop();
  throw new Halt(
    `PostgreSQL did not start (${running.endedWith()}). Its log, ${running.log}, ends with:\n${tail(running.log)}`,
  );
}

/** The port opens before recovery is over; a start-up packet tells. @param {number} port */
async function acceptsSessions(port) {
  return (await answers(port)) && (await isReady(port));
}

/** @param {number} port @returns {Promise<boolean>} */
function isReady(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const end = (/** @type {boolean} */ result) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(1_000, () => end(false));
    socket.once('error', () => end(false));
    socket.once('connect', () => socket.write(startupPacket()));
    // 'R' asks for a password: the server is up. 'E' is "the database system is starting up".
    socket.once('data', (answer) => end(answer[0] === 'R'.charCodeAt(0)));
  });
}

/** PostgreSQL protocol 3.0, StartupMessage. */
function startupPacket() {
  const body = Buffer.from(`\0\x03\0\0user\0${superuser}\0database\0postgres\0\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
}
