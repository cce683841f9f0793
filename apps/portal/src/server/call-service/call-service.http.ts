import { All, Controller, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AccessTokens } from '../identity/access-tokens.js';
import { sendProblem } from '../problem.js';
import { traceOf } from '../request-trace.js';
import type { Session } from '../session/session.js';
import { CurrentSession } from '../session/session.guard.js';
import { findAllowed } from './allowlist.js';
import { Upstream } from './upstream.js';

/** The one way from a page to a service: an address on the list, with the person's token added here. */
@Controller('api/:service/v1')
export class CallServiceHttp {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly upstream: Upstream,
  ) {}

  @All('*')
  async call(
    @CurrentSession() session: Session,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const call = findAllowed(request.method, request.raw.url ?? '');
    if (typeof call === 'string') return sendProblem(request, reply, call);
    const token = await this.tokens.freshFor(session);
    if (!token.ok) return sendProblem(request, reply, token.reason);
    const answer = await this.upstream.call(call, request, token.value);
    if (!answer.ok) return sendProblem(request, reply, answer.reason);
    return reply
      .code(answer.value.status)
      .headers({ ...answer.value.headers, 'x-trace-id': traceOf(request).traceId })
      .send(answer.value.body);
  }
}
