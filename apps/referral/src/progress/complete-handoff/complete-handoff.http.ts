import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { outcome } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { CompleteHandoff } from './complete-handoff.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

const Completion = z.strictObject({
  outcome: z.enum(outcome.codes),
  note: z.string().trim().min(1).max(2_000).exactOptional(),
});

@Controller('v1/handoffs/:id/completions')
export class CompleteHandoffHttp {
  constructor(private readonly completeHandoff: CompleteHandoff) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.complete', 'U', 'service-provision')
  complete(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() version: number,
    @Body({ schema: Completion }) answer: z.output<typeof Completion>,
  ) {
    return this.completeHandoff.execute(context, path.id, version, answer);
  }
}
