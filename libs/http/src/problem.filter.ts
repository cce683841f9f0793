import {
  Catch,
  HttpException,
  Inject,
  Injectable,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { problems, type ProblemCode } from '@rujukan/contracts';
import { Destroyed } from '@rujukan/kernel';
import type { Logger } from '@rujukan/observability';
import { isUnavailable } from '@rujukan/persistence';
import type { EdgeRequest } from './edge-request.js';
import { invalid, languageOf, Problem, problemBody } from './problem.js';
import { RateLimit } from './rate-limit.js';
import { RefusedRequests } from './refused-requests.js';
import { RouteTable } from './route-table.js';
import { LOGGER } from './tokens.js';

const byStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
  503: 'service-unavailable',
};

/** The one place where something thrown becomes an answer. What nobody expected says nothing but its trace id. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly routes: RouteTable,
    private readonly rateLimit: RateLimit,
    private readonly refused: RefusedRequests,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<EdgeRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = this.problemOf(error, request);
    if (problem.code === 'not-found' && request.context !== undefined)
      await this.rateLimit.miss(request.context.actor.subject, request.url);
    // While the database is away there is nowhere to write; the log has its line.
    if (problem.code !== 'service-unavailable') await this.refused.record(request, problem.code);
    sendProblem(problem, request, reply);
  }

  private problemOf(error: unknown, request: EdgeRequest): Problem {
    if (error instanceof Problem) return error;
    if (isUnavailable(error)) {
      this.logger.warn({ requestId: request.id, traceId: request.traceId }, 'the database is away');
      return new Problem('service-unavailable', {}, { 'retry-after': '5' });
    }
    if (error instanceof Destroyed) return new Problem('content-destroyed');
    if (error instanceof HttpException) return this.problemOfFramework(error, request);
    this.logger.error({ err: error, requestId: request.id, traceId: request.traceId }, 'a request failed');
    return new Problem('internal-error');
  }

  // Nest and Fastify refuse in words of their own, some of which quote the request: only the status is kept.
  private problemOfFramework(error: HttpException, request: EdgeRequest): Problem {
    const status = error.getStatus();
    if (status === 404 && request.is404) {
      const allowed = this.routes.methodsOf(request.url);
      if (allowed.length > 0) return new Problem('method-not-allowed', {}, { allow: allowed.join(', ') });
    }
    const code = byStatus[status];
    if (code !== undefined) return new Problem(code);
    if (status >= 400 && status < 500) return invalid([]);
    this.logger.error({ err: error, requestId: request.id, traceId: request.traceId }, 'a request failed');
    return new Problem('internal-error');
  }
}

/** Writes a problem in the caller's language. */
export function sendProblem(problem: Problem, request: EdgeRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  void reply
    .status(problems[problem.code].status)
    .headers({ ...problem.headers, 'content-language': language })
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, language, request.traceId)));
}
