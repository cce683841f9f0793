import { Controller, Get, Param } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../../domain/ids.js';
import { ListMilestones } from './list-milestones.query.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

@Controller('v1/cases/:caseId/milestones')
export class ListMilestonesHttp {
  constructor(private readonly listMilestones: ListMilestones) {}

  @Get()
  @Requires('milestone:read')
  @Audited('milestone.list', 'R')
  list(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.listMilestones.execute(context, path.caseId);
  }
}
