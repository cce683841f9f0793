import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../domain/ids.js';
import { AgreePlan } from './agree-plan.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const Plan = z.strictObject({
  objective: z.string().min(1).max(1_000),
  actions: z.array(z.string().min(1).max(300)).min(1).max(20),
  plannedEnd: z.iso.date().optional(),
});

@Controller('v1/cases/:caseId/plan')
export class AgreePlanHttp {
  constructor(private readonly agreePlan: AgreePlan) {}

  @Put()
  @Requires('support:write')
  @Audited('plan.agree', 'U')
  agree(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seen: number,
    @Body({ schema: Plan }) plan: z.output<typeof Plan>,
  ) {
    return this.agreePlan.execute(context, path.caseId, plan, seen);
  }
}
