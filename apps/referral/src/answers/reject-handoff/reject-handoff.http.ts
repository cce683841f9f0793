import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { rejectionReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { RejectHandoff } from './reject-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

const Rejection = z.strictObject({
  reason: z.enum(rejectionReason.codes),
  note: z.string().trim().min(1).max(2_000).exactOptional(),
});

@Controller('v1/handoffs/:id/rejections')
export class RejectHandoffHttp {
  constructor(private readonly rejectHandoff: RejectHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.reject', 'U')
  reject(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Rejection }) answer: z.output<typeof Rejection>,
  ) {
    return this.rejectHandoff.execute(context, path.id, version, answer);
  }
}
