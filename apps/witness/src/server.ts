import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@rujukan/observability';

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What one address answers. */
export interface Route {
  readonly method: 'GET' | 'POST';
  /** The whole path; what its first group matches is handed to `answer`. */
  readonly path: RegExp;
  /** The longest body that is read, in bytes. */
  readonly maxBytes: number;
  answer(body: Buffer, part: string): Promise<Answer>;
}

export const plain = (status: number, text: string): Answer => ({
  status,
  contentType: 'text/plain; charset=utf-8',
  body: `${text}\n`,
});

/** Nobody is told more of a failure than that it was one; the log has the rest. */
const failed = plain(500, 'internal error');

const limits = {
  /** Whoever sends slower than this is let go. */
  requestTimeout: 10_000,
  headersTimeout: 5_000,
  /** Between requests: a log comes each second and should find its connection open. */
  keepAliveTimeout: 75_000,
  maxHeaderSize: 8 * 1024,
  connectionsCheckingInterval: 1_000,
};
const mostConnections = 256;

/** A server of a few addresses, in plain HTTP: what is exposed beyond the machine stands behind a proxy with TLS. */
export class WitnessServer {
  private readonly server: Server;

  constructor(
    private readonly routes: readonly Route[],
    private readonly log: Logger,
  ) {
    this.server = createServer(limits, (request, response) => void this.serve(request, response));
    this.server.maxConnections = mostConnections;
  }

  /** @returns its address. */
  async listen(host: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(port, host, resolve);
    });
    return `http://${host}:${(this.server.address() as AddressInfo).port}`;
  }

  /** Answers what was asked, and takes nothing new. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeIdleConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const { route, answer } = await this.answerTo(request);
    response.writeHead(answer.status, {
      'content-type': answer.contentType,
      'content-length': Buffer.byteLength(answer.body),
      'cache-control': 'no-store',
      // What was not read to its end would be taken for the next request.
      ...(request.complete ? {} : { connection: 'close' }),
    });
    response.end(answer.body);
    const ms = Math.round((performance.now() - began) * 10) / 10;
    // The rule's own words and never the address: that may be anything.
    this.log.debug({ method: request.method, route, status: answer.status, ms }, 'answered');
  }

  private async answerTo(request: IncomingMessage): Promise<{ route: string; answer: Answer }> {
    const path = (request.url ?? '').split('?')[0]!;
    const known = this.routes.filter((route) => route.path.test(path));
    const route = known.find(({ method }) => method === request.method);
    if (!route)
      return {
        route: 'none',
        answer: known.length > 0 ? plain(405, 'other method') : plain(404, 'not found'),
      };
    try {
      const body = await bodyOf(request, route.maxBytes);
      const answer =
        body === null ? plain(413, 'too long') : await route.answer(body, route.path.exec(path)?.[1] ?? '');
      return { route: route.path.source, answer };
    } catch (error) {
      this.log.error({ err: error, route: route.path.source }, 'a request failed');
      return { route: route.path.source, answer: failed };
    }
  }
}

/** @returns null when it is longer than `maxBytes`; then the rest of it is not read. */
async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | null> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
