import { Controller, Get, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { OpenToAll } from '@rujukan/http';
import { ProveConsistency } from './prove-consistency.query.js';

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const Sizes = z
  .strictObject({ from: size, to: size })
  .refine(({ from, to }) => from <= to, { path: ['from'] });

@Controller('v1/proofs/consistency')
export class ProveConsistencyHttp {
  constructor(private readonly proveConsistency: ProveConsistency) {}

  @Get()
  @OpenToAll('entries are salted, so that their hashes tell nothing of them')
  async prove(
    @Query({ schema: Sizes }) { from, to }: z.output<typeof Sizes>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const shown = await this.proveConsistency.execute(from, to);
    if (!shown.ok) void reply.header('retry-after', '1');
    return shown;
  }
}
