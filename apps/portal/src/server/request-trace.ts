import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';

export interface RequestTrace {
  readonly requestId: string;
  /** W3C trace id, 32 hex digits: what a person reads out when something fails. */
  readonly traceId: string;
}

const unnamed = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

const traces = new WeakMap<object, RequestTrace>();

/** The ids of one request: taken from its headers where they are well formed, made up here otherwise. */
export function traceOf(request: Pick<FastifyRequest, 'headers' | 'raw'>): RequestTrace {
  const known = traces.get(request.raw);
  if (known) return known;
  const requestId = request.headers['x-request-id'];
  const parent = /^00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/.exec(String(request.headers['traceparent']));
  const trace = {
    requestId: typeof requestId === 'string' && unnamed.test(requestId) ? requestId : randomUUID(),
    traceId: parent?.[1] ?? randomBytes(16).toString('hex'),
  };
  traces.set(request.raw, trace);
  return trace;
}

/** `traceparent` of a call that this request causes. */
export const childTraceparent = (trace: RequestTrace): string =>
  `00-${trace.traceId}-${randomBytes(8).toString('hex')}-01`;
