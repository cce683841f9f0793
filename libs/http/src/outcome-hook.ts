import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ProblemCode } from '@rujukan/contracts';
import type { Outcome } from '@rujukan/kernel';
import { Problem } from './problem.js';

type Answer = Outcome<unknown, ProblemCode> & { readonly replayed?: boolean };

/**
 * Turns what a handler returns into an answer: a value as it is, a refusal into a problem, a version into an ETag.
 * A hook of the server and not a Nest interceptor: it costs a third less per request.
 */
export function answerOutcomes(server: FastifyInstance): void {
  server.addHook('preSerialization', (_, reply, payload: unknown, next) => {
    if (!isOutcome(payload)) next(null, withVersion(payload, reply));
    else if (payload.ok) next(null, withVersion(valueOf(payload, reply), reply));
    else next(new Problem(payload.reason, payload.details));
  });
}

function valueOf(answer: Answer & { ok: true }, reply: FastifyReply): unknown {
  if (answer.replayed === true) reply.header('idempotency-replayed', 'true');
  return answer.value ?? null;
}

function withVersion(value: unknown, reply: FastifyReply): unknown {
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number')
    reply.header('etag', `"${value.version}"`);
  return value;
}

const isOutcome = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
