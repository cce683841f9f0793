import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Readiness } from './health.js';

/** How a process is that has no API of its own. */
export interface ProcessHealth {
  /** Names of the parts that only a restart can help. */
  dead(): string[];
  readiness(): Promise<Readiness>;
}

export interface HealthServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves /livez (503 when a restart is needed) and /readyz (503 while something is away), and nothing else. */
export async function serveHealth(host: string, port: number, health: ProcessHealth): Promise<HealthServer> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '', response, health);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  return { url: `http://${host}:${bound}`, close: () => closed(server) };
}

async function answer(path: string, response: ServerResponse, health: ProcessHealth): Promise<void> {
  if (path === '/livez') {
    const dead = health.dead();
    send(response, dead.length === 0, { alive: dead.length === 0, dead });
  } else if (path === '/readyz') {
    const readiness = await health.readiness();
    send(response, readiness.ready, readiness);
  } else response.writeHead(404).end();
}

function send(response: ServerResponse, isWell: boolean, body: object): void {
  response
    .writeHead(isWell ? 200 : 503, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      connection: 'close',
    })
    .end(JSON.stringify(body));
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
