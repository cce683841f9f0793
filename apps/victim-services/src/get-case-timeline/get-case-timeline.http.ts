import { Controller, Get, Param, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../domain/ids.js';
import { GetCaseTimeline } from './get-case-timeline.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });
const Filter = pageQuery({});

@Controller('v1/cases/:caseId/timeline')
export class GetCaseTimelineHttp {
  constructor(private readonly getCaseTimeline: GetCaseTimeline) {}

  @Get()
  @Requires('support:read')
  @Audited('support.read-timeline', 'R')
  get(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @Query({ schema: Filter }) filter: z.output<typeof Filter>,
  ) {
    return this.getCaseTimeline.execute(context, path.caseId, filter);
  }
}
