import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ConfirmCancellation } from './confirm-cancellation.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Word = z.strictObject({ note: z.string().trim().min(1).max(2_000).exactOptional() }).optional();

@Controller('v1/handoffs/:id/cancellations')
export class ConfirmCancellationHttp {
  constructor(private readonly confirmCancellation: ConfirmCancellation) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.cancel', 'U')
  confirm(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Word }) word: z.output<typeof Word>,
  ) {
    return this.confirmCancellation.execute(context, { id: path.id, version, note: word?.note });
  }
}
