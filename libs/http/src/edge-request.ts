import { createHash, randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '@rujukan/authz';

/** What the edge keeps on a request while it is answered. */
export interface EdgeRequest extends FastifyRequest {
  traceId: string;
  context: RequestContext | undefined;
  rawBody: Buffer | undefined;
}

/** The caller's request id where it is a UUID or 32 hexadecimal digits, else nothing: words would stand in the log for ever. */
export function safeRequestId(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' &&
    /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.test(header)
    ? header
    : undefined;
}

const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** The token that a request carries, if it has the shape of one. */
export const bearerOf = (request: EdgeRequest): string | undefined =>
  bearer.exec(request.headers.authorization ?? '')?.[1];

/** 32 hexadecimal digits. Node keeps random UUIDs in stock, so this is cheap on every request. */
export const randomHex = (): string => randomUUID().replaceAll('-', '');

/** The trace id of a W3C `traceparent`, or a new one. */
export function traceIdFrom(header: string | readonly string[] | undefined): string {
  const match =
    typeof header === 'string' ? /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}/.exec(header) : null;
  const traceId = match?.[1];
  return traceId === undefined || /^0+$/.test(traceId) ? randomHex() : traceId;
}

const hashes = new LRUCache<string, string>({ max: 1_000 });

/** A short hash of the user agent: enough to tell two devices apart, too little to profile one. */
export function userAgentHash(header: string | undefined): string {
  const text = (header ?? '').slice(0, 300);
  const known = hashes.get(text);
  if (known !== undefined) return known;
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
  hashes.set(text, hash);
  return hash;
}

/** SHA-256 of method, path and body: what makes a repeated request the same request. */
export function requestHash(request: EdgeRequest): string {
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n`);
  if (request.rawBody !== undefined) hash.update(request.rawBody);
  return hash.digest('hex');
}
