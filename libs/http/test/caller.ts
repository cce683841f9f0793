import { randomUUID } from 'node:crypto';
import { send, type Answer } from './http-client.js';
import type { RunningService } from './running-service.js';

export interface Request {
  readonly method?: string;
  readonly url: string;
  /** Realm role of the caller; `nobody` has no token. */
  readonly role?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

/** One request to the small service, as a case manager unless said otherwise. */
export const call = (
  service: RunningService,
  { method = 'GET', url, role = 'case-manager', headers = {}, body }: Request,
): Promise<Answer> =>
  send(`${service.url}${url}`, {
    method,
    headers: {
      ...(role === 'nobody' ? {} : { authorization: service.bearer(role) }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: asBody(body) }),
  });

/** A new note, under an idempotency key of its own unless one is given. */
export const post = (
  service: RunningService,
  body: unknown,
  { key = randomUUID(), headers, ...more }: Partial<Request> & { key?: string } = {},
): Promise<Answer> =>
  call(service, {
    method: 'POST',
    url: '/v1/notes',
    body,
    ...more,
    headers: { 'idempotency-key': key, ...headers },
  });

const asBody = (body: unknown): string | Buffer =>
  typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
