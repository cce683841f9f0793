import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { ProveEntry } from './prove-entry.query.js';

const Path = z.strictObject({
  seq: z.string().max(15).regex(/^\d+$/).transform(Number),
});

@Controller('v1/entries/:seq/proof')
export class ProveEntryHttp {
  constructor(private readonly proveEntry: ProveEntry) {}

  @Get()
  @Requires('audit:read')
  @Audited('audit.prove', 'R', 'audit')
  async prove(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const proof = await this.proveEntry.execute(context, path.seq);
    if (!proof.ok) {
      if (proof.reason === 'not-yet-signed') void reply.header('retry-after', '1');
      return proof;
    }
    void reply.headers({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="entry-${path.seq}.tlog-proof"`,
    });
    return proof.value;
  }
}
