import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@rujukan/observability';
import { isUnavailable } from '@rujukan/persistence';
import { ProblemError, sendProblem, type PortalProblemCode } from './problem.js';
import { traceOf } from './request-trace.js';

/** Turns whatever was thrown into a quiet answer outside and a loud line inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const code = codeOf(error);
    if (code === 'internal-error' || code === 'service-unavailable')
      this.logger.error({ err: error, traceId: traceOf(request).traceId }, 'request failed');
    sendProblem(request, http.getResponse<FastifyReply>(), code);
  }
}

function codeOf(error: unknown): PortalProblemCode {
  if (error instanceof ProblemError) return error.code;
  const status = error instanceof HttpException ? error.getStatus() : statusOf(error);
  if (status === 404) return 'not-found';
  if (status === 405) return 'method-not-allowed';
  if (status === 413) return 'payload-too-large';
  if (status === 415) return 'unsupported-media-type';
  if (status >= 400 && status < 500) return 'invalid-request';
  return isUnavailable(error) ? 'service-unavailable' : 'internal-error';
}

const statusOf = (error: unknown): number => {
  const status = error instanceof Error ? (error as { statusCode?: unknown }).statusCode : undefined;
  return typeof status === 'number' ? status : 500;
};
