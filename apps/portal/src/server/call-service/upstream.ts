import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import type { PortalConfig } from '../../config.js';
import { PORTAL_CONFIG } from '../portal-config.token.js';
import { childTraceparent, traceOf } from '../request-trace.js';
import type { AllowedCall } from './allowlist.js';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** An evidence package flows through: it may be larger than what a process should hold. */
  readonly body: Buffer | Readable;
}

const passedOn = ['idempotency-key', 'if-match', 'accept-language', 'purpose-of-use'] as const;
const passedBack = [
  'etag',
  'content-type',
  'content-language',
  'content-disposition',
  'idempotency-replayed',
  'retry-after',
  'ratelimit',
  'ratelimit-policy',
] as const;

/** Longer than a service takes for anything, shorter than a person's patience. */
const timeoutMs = 20_000;
const packageType = 'application/x-tar';
const largestAnswer = 4 * 1_048_576;

/** Calls a service in the person's name. Nothing of the browser's request travels on but what is listed here. */
@Injectable()
export class Upstream {
  constructor(@Inject(PORTAL_CONFIG) private readonly config: PortalConfig) {}

  async call(
    call: AllowedCall,
    request: FastifyRequest,
    accessToken: string,
  ): Promise<Outcome<Answer, 'service-unavailable'>> {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), timeoutMs);
    try {
      const answer = await fetch(`${this.config.services[call.service]}/v1${call.pathAndQuery}`, {
        method: call.method,
        headers: headersFor(request, accessToken),
        redirect: 'error',
        signal: patience.signal,
        ...(Buffer.isBuffer(request.body) ? { body: new Uint8Array(request.body) } : {}),
      });
      const { status } = answer;
      const headers = answerHeaders(answer.headers);
      if (answer.body && headers['content-type'] === packageType)
        return done({ status, headers, body: Readable.fromWeb(answer.body) });
      const body = Buffer.from(await answer.arrayBuffer());
      if (body.length > largestAnswer) return refuse('service-unavailable');
      return done({ status, headers, body });
    } catch {
      return refuse('service-unavailable'); // unreachable, or cut off: the page may repeat under the same key
    } finally {
      clearTimeout(timer);
    }
  }
}

function headersFor(request: FastifyRequest, accessToken: string): Record<string, string> {
  const trace = traceOf(request);
  const headers: Record<string, string> = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/json, application/problem+json, text/plain;q=0.9',
    'x-request-id': trace.requestId,
    traceparent: childTraceparent(trace),
    'user-agent': 'rujukan-portal',
    'x-forwarded-for': request.ip, // so that an audit entry names the person's address and not ours
  };
  if (Buffer.isBuffer(request.body)) headers['content-type'] = 'application/json';
  for (const name of passedOn) {
    const value = request.headers[name];
    if (typeof value === 'string') headers[name] = value;
  }
  return headers;
}

const answerHeaders = (headers: Headers): Record<string, string> =>
  Object.fromEntries(
    passedBack.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
