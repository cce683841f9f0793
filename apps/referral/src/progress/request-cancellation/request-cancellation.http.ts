import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { cancelReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { reasonAsked } from '../../step-reason.schema.js';
import { RequestCancellation } from './request-cancellation.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Reason = reasonAsked(cancelReason);

@Controller('v1/handoffs/:id/cancellation-requests')
export class RequestCancellationHttp {
  constructor(private readonly requestCancellation: RequestCancellation) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.request-cancel', 'U')
  request(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Reason }) words: z.output<typeof Reason>,
  ) {
    return this.requestCancellation.execute(context, { id: path.id, version, ...words });
  }
}
