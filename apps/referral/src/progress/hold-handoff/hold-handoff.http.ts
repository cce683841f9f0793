import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { holdReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { reasonAsked } from '../../step-reason.schema.js';
import { HoldHandoff } from './hold-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Reason = reasonAsked(holdReason);

@Controller('v1/handoffs/:id/holds')
export class HoldHandoffHttp {
  constructor(private readonly holdHandoff: HoldHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.hold', 'U', 'service-provision')
  hold(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Reason }) words: z.output<typeof Reason>,
  ) {
    return this.holdHandoff.execute(context, { id: path.id, version, ...words });
  }
}
