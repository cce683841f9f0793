import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { ListFeedback } from './list-feedback.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id/feedback')
export class ListFeedbackHttp {
  constructor(private readonly listFeedback: ListFeedback) {}

  @Get()
  @Requires('handoff:read')
  @Audited('handoff.read-feedback', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listFeedback.execute(context, path.id);
  }
}
