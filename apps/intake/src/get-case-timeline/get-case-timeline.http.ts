import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { GetCaseTimeline } from './get-case-timeline.query.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });

@Controller('v1/cases/:id/timeline')
export class GetCaseTimelineHttp {
  constructor(private readonly query: GetCaseTimeline) {}

  @Get()
  @Requires('case:read')
  @Audited('case.read-timeline', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.query.execute(context, path.id);
  }
}
