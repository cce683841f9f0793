import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthRegistry } from '@rujukan/observability';
import { Open } from '../session/session.guard.js';

/** Alive: the process answers. Ready: its own database answers; neither a service nor Keycloak is asked. */
@Controller()
export class HealthHttp {
  constructor(private readonly health: HealthRegistry) {}

  @Get('livez')
  @Open()
  live(): { status: 'alive' } {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Open()
  async ready(@Res() reply: FastifyReply): Promise<FastifyReply> {
    const readiness = await this.health.readiness();
    return reply.code(readiness.ready ? 200 : 503).send(readiness);
  }
}
