import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { errorReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { reasonAsked } from '../../step-reason.schema.js';
import { MarkInError } from './mark-in-error.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Reason = reasonAsked(errorReason);

@Controller('v1/handoffs/:id/error-marks')
export class MarkInErrorHttp {
  constructor(private readonly markInError: MarkInError) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.enter-in-error', 'U')
  mark(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Reason }) words: z.output<typeof Reason>,
  ) {
    return this.markInError.execute(context, { id: path.id, version, ...words });
  }
}
