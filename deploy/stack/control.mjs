// @ts-check
// In a test stack only: lets a test take a process away and bring it back, as faults do.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { signalGroup } from './processes.mjs';

/** @import { Supervisor } from './supervisor.mjs' */

/** @type {Record<string, (supervisor: Supervisor, name: string) => Promise<unknown>>} */
const acts = {
  /** The process dies at once and is started again, as after any crash. */
  kill: async (supervisor, name) => signalGroup(supervisor.pidOf(name), 'SIGKILL'),
  /** It dies at once and stays away. */
  remove: (supervisor, name) => supervisor.remove(name),
  stop: (supervisor, name) => supervisor.stop(name),
  /** Resolves when a server answers again. */
  start: (supervisor, name) => supervisor.start(name),
};

/**
 * `GET /processes`, `POST /processes/<name>/<kill|remove|stop|start>` with the token as bearer.
 * @param {Supervisor} supervisor
 * @returns {Promise<{ url: string, token: string, close: () => void }>}
 */
export function openControl(supervisor) {
  const token = randomBytes(24).toString('hex');
  const server = createServer(async (request, response) => {
    const answer = isAllowed(request.headers.authorization, token)
      ? await handle(supervisor, request)
      : { status: 401 };
    response
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body ?? {}));
  });
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.unref();
      resolve({ url: `http://127.0.0.1:${port}`, token, close: () => server.close() });
    }),
  );
}

/** @param {string | undefined} header @param {string} token */
function isAllowed(header, token) {
  const [given, wanted] = [Buffer.from(header ?? ''), Buffer.from(`Bearer ${token}`)];
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/**
 * @param {Supervisor} supervisor @param {import('node:http').IncomingMessage} request
 * @returns {Promise<{ status: number, body?: unknown }>}
 */
async function handle(supervisor, request) {
  const [, root, name = '', act = ''] = (request.url ?? '').split('/');
  if (request.method === 'GET' && root === 'processes') return { status: 200, body: supervisor.list() };
  const work = request.method === 'POST' && root === 'processes' ? acts[act] : undefined;
  if (!work) return { status: 404 };
  try {
    await work(supervisor, decodeURIComponent(name));
    return { status: 200, body: supervisor.list().find((one) => one.name === name) };
  } catch (error) {
    return { status: 409, body: { error: error instanceof Error ? error.message : String(error) } };
  }
}
