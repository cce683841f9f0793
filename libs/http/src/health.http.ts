import { Controller, Get, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { HealthRegistry } from '@rujukan/observability';
import { Public } from './declarations.js';

/** Liveness asks only whether the process answers; readiness asks its own database. Neighbours are not asked. */
@Controller()
export class HealthHttp {
  constructor(private readonly health: HealthRegistry) {}

  @Get('livez')
  @Public()
  live() {
    return { status: 'up' };
  }

  @Get('readyz')
  @Public()
  async ready(@Res({ passthrough: true }) reply: FastifyReply) {
    const { ready, checks } = await this.health.readiness();
    reply.status(ready ? 200 : 503);
    return { status: ready ? 'up' : 'down', checks };
  }
}
