import { Body, Controller, Param, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { caseId } from '../domain/ids.js';
import { AgreePlan } from './agree-plan.js';

const Path = z.strictObject({ caseId: z.uuid().transform(caseId) });

const text = (max: number) => z.string().trim().min(1).max(max);

const Plan = z.strictObject({
  objective: text(1_000),
  actions: z.array(text(300)).min(1).max(20),
  // The calendar of PostgreSQL has no year 0.
  plannedEnd: z.iso
    .date()
    .refine((day) => !day.startsWith('0000'))
    .optional(),
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
