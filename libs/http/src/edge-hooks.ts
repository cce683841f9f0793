import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@rujukan/observability';
import { randomHex, traceIdFrom, type EdgeRequest } from './edge-request.js';
import { parseJsonBody } from './json-body.js';
import { answerOutcomes } from './outcome-hook.js';
import { invalid } from './problem.js';
import { sendProblem } from './problem.filter.js';
import type { RefusedRequests } from './refused-requests.js';
import { securityHeaders } from './security-headers.js';

/** Gives every request its ids, every answer its headers, and every answer one line in the log. */
export function addEdgeHooks(server: FastifyInstance, logger: Logger): void {
  server.decorateRequest('traceId', '');
  server.decorateRequest('context', undefined);
  server.decorateRequest('rawBody', undefined);

  server.addHook('onRequest', (request, reply, next) => {
    prepare(request as EdgeRequest, reply);
    next();
  });
  server.addHook('onResponse', (request, reply, next) => {
    logAnswer(logger, request as EdgeRequest, reply);
    next();
  });

  answerOutcomes(server);

  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, next) => {
    try {
      (request as EdgeRequest).rawBody = body;
      next(null, parseJsonBody(body));
    } catch (error) {
      next(error as Error);
    }
  });
}

/** What the router refuses before any hook runs: a URL that cannot be decoded, a parameter that is too long. */
export async function answerRouterError(
  request: FastifyRequest,
  reply: FastifyReply,
  refused: RefusedRequests,
): Promise<void> {
  const edge = request as EdgeRequest;
  prepare(edge, reply);
  await refused.record(edge, 'invalid-request');
  sendProblem(invalid([]), edge, reply);
}

/** What Node refuses before there is a request: broken HTTP, headers that are too long. It is no act of anybody. */
export function answerBrokenHttp(
  error: NodeJS.ErrnoException,
  socket: NodeJS.WritableStream & { writable: boolean },
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return;
  const status =
    error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request';
  const headers = Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status}\r\n${headers.join('')}content-length: 0\r\nconnection: close\r\n\r\n`);
}

function prepare(request: EdgeRequest, reply: FastifyReply): void {
  request.traceId = traceIdFrom(request.headers.traceparent);
  reply.headers(securityHeaders);
  reply.header('x-request-id', request.id);
  reply.header('traceparent', `00-${request.traceId}-${randomHex().slice(16)}-01`);
}

// The route's pattern and never the URL: a query may name a person.
function logAnswer(logger: Logger, request: EdgeRequest, reply: FastifyReply): void {
  logger.info(
    {
      method: request.method,
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      requestId: request.id,
      traceId: request.traceId,
    },
    'answered',
  );
}
