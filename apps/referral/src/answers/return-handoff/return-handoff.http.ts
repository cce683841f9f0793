import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { rejectionReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ReturnHandoff } from './return-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

const Question = z.strictObject({
  reason: z.enum(rejectionReason.codes),
  note: z.string().trim().min(1).max(2_000).exactOptional(),
});

@Controller('v1/handoffs/:id/returns')
export class ReturnHandoffHttp {
  constructor(private readonly returnHandoff: ReturnHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.return', 'U')
  return(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Question }) { reason, note }: z.output<typeof Question>,
  ) {
    return this.returnHandoff.execute(context, { id: path.id, version, note }, reason);
  }
}
