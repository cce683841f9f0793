import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ResubmitHandoff } from './resubmit-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Word = z.strictObject({ note: z.string().trim().min(1).max(2_000).exactOptional() }).optional();

@Controller('v1/handoffs/:id/resubmissions')
export class ResubmitHandoffHttp {
  constructor(private readonly resubmitHandoff: ResubmitHandoff) {}

  @Post()
  @Requires('handoff:create')
  @Audited('handoff.resubmit', 'U')
  resubmit(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Word }) word: z.output<typeof Word>,
  ) {
    return this.resubmitHandoff.execute(context, { id: path.id, version, note: word?.note });
  }
}
