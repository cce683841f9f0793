import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { ReassessRisk } from './reassess-risk.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });
// Once it is known it cannot become unknown.
const RiskAssessment = z.strictObject({ riskLevel: z.enum(['high', 'medium', 'low']) });

@Controller('v1/cases/:id/risk-assessments')
export class ReassessRiskHttp {
  constructor(private readonly reassessRisk: ReassessRisk) {}

  @Post()
  @Requires('case:update')
  @Audited('case.reassess-risk', 'U')
  reassess(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: RiskAssessment }) body: z.output<typeof RiskAssessment>,
  ) {
    return this.reassessRisk.execute(context, path.id, seenVersion, body.riskLevel);
  }
}
