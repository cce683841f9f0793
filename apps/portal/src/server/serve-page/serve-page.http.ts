import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../problem.js';
import { Open } from '../session/session.guard.js';
import { PageTemplate } from './page-template.js';

/** Every address that is neither an API nor a file is a page; the page itself finds out which. */
@Controller()
export class ServePageHttp {
  constructor(private readonly page: PageTemplate) {}

  @Get(['', '*'])
  @Open()
  serve(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return /^\/(api|auth|assets)(\/|$)/.test(request.raw.url ?? '')
      ? sendProblem(request, reply, 'not-found')
      : this.page.send(reply);
  }
}
