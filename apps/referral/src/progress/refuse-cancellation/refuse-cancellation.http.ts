import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { cancelRefusalReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { reasonAsked } from '../../step-reason.schema.js';
import { RefuseCancellation } from './refuse-cancellation.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Reason = reasonAsked(cancelRefusalReason);

@Controller('v1/handoffs/:id/cancellation-refusals')
export class RefuseCancellationHttp {
  constructor(private readonly refuseCancellation: RefuseCancellation) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.refuse-cancel', 'U', 'service-provision')
  refuse(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Reason }) words: z.output<typeof Reason>,
  ) {
    return this.refuseCancellation.execute(context, { id: path.id, version, ...words });
  }
}
