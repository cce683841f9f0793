import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import type { ProblemCode } from '@rujukan/contracts';
import type { Outcome } from '@rujukan/kernel';
import { Problem } from './problem.js';

type Answer = Outcome<unknown, ProblemCode> & { readonly replayed?: boolean };

/** Turns what a handler returns into an answer: a value as it is, a refusal into a problem, a version into an ETag. */
@Injectable()
export class OutcomeInterceptor implements NestInterceptor {
  intercept(execution: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = execution.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((result: unknown) => answer(result, reply)));
  }
}

function answer(result: unknown, reply: FastifyReply): unknown {
  if (!isOutcome(result)) return withVersion(result, reply);
  if (!result.ok) throw new Problem(result.reason, result.details);
  if (result.replayed === true) reply.header('idempotency-replayed', 'true');
  return withVersion(result.value, reply);
}

function withVersion(value: unknown, reply: FastifyReply): unknown {
  if (typeof value === 'object' && value !== null && 'version' in value && typeof value.version === 'number')
    reply.header('etag', `"${value.version}"`);
  return value;
}

const isOutcome = (value: unknown): value is Answer =>
  typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
