import { Controller, Get, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { GetProof } from './get-proof.query.js';

const Path = z.strictObject({
  id: z.uuid().transform(handoffId),
  index: z.string().max(15).regex(/^\d+$/).transform(Number),
});

@Controller('v1/handoffs/:id/proofs/:index')
export class GetProofHttp {
  constructor(private readonly getProof: GetProof) {}

  @Get()
  @Requires('handoff:read')
  @Audited('receipt.read', 'R')
  async get(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const outcome = await this.getProof.execute(context, path.id, path.index);
    if (!outcome.ok) return outcome;
    const { fileName, text } = outcome.value;
    void reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName}"`);
    return text;
  }
}
