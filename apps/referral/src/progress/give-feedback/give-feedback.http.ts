import { Body, Controller, Param, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { feedbackProgress } from '@rujukan/contracts';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { GiveFeedback } from './give-feedback.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });
const Word = z.strictObject({
  progress: z.enum(feedbackProgress.codes),
  note: z.string().trim().min(1).max(1_000).optional(),
});

@Controller('v1/handoffs/:id/feedback')
export class GiveFeedbackHttp {
  constructor(private readonly giveFeedback: GiveFeedback) {}

  @Post()
  @Requires('handoff:answer')
  @Audited('handoff.give-feedback', 'C', 'service-provision')
  give(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Body({ schema: Word }) body: z.output<typeof Word>,
  ) {
    const { progress, note } = body;
    return this.giveFeedback.execute(context, path.id, { progress, ...(note === undefined ? {} : { note }) });
  }
}
