import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { recallReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { reasonAsked } from '../../step-reason.schema.js';
import { RecallHandoff } from './recall-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Reason = reasonAsked(recallReason);

@Controller('v1/handoffs/:id/recalls')
export class RecallHandoffHttp {
  constructor(private readonly recallHandoff: RecallHandoff) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.recall', 'U')
  recall(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Reason }) words: z.output<typeof Reason>,
  ) {
    return this.recallHandoff.execute(context, { id: path.id, version, ...words });
  }
}
