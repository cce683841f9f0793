import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { RecallHandoff } from './recall-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Nothing = z.strictObject({}).optional();

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
    @Body({ schema: Nothing }) _: z.output<typeof Nothing>,
  ) {
    return this.recallHandoff.execute(context, path.id, version);
  }
}
