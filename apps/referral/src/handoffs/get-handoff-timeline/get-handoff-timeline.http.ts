import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { handoffId } from '../../domain/ids.js';
import { GetHandoffTimeline } from './get-handoff-timeline.query.js';

const Path = z.strictObject({ id: z.uuid().transform(handoffId) });

@Controller('v1/handoffs/:id/timeline')
export class GetHandoffTimelineHttp {
  constructor(private readonly getHandoffTimeline: GetHandoffTimeline) {}

  @Get()
  @Requires('handoff:read')
  @Audited('handoff.read-timeline', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getHandoffTimeline.execute(context, path.id);
  }
}
