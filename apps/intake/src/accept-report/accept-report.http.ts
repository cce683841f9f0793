import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { agencyType, exploitationType, riskLevel } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { reportId } from '../domain/ids.js';
import { AcceptReport } from './accept-report.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });
const Triage = z.strictObject({
  riskLevel: z.enum(riskLevel.codes),
  exploitationTypes: z
    .array(z.enum(exploitationType.codes))
    .min(1)
    .max(exploitationType.codes.length)
    .refine((types) => new Set(types).size === types.length),
  authority: z.enum(agencyType.codes),
});

@Controller('v1/reports/:id/acceptances')
export class AcceptReportHttp {
  constructor(private readonly acceptReport: AcceptReport) {}

  @Post()
  @Requires('report:triage')
  @Audited('report.accept', 'U')
  accept(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Triage }) body: z.output<typeof Triage>,
  ) {
    return this.acceptReport.execute(context, path.id, seenVersion, body);
  }
}
