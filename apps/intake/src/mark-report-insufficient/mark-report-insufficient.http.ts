import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { fieldGroup } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { reportId } from '../domain/ids.js';
import { MarkReportInsufficient } from './mark-report-insufficient.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });
const Notice = z.strictObject({
  missing: z
    .array(z.enum(fieldGroup.codes))
    .min(1)
    .max(fieldGroup.codes.length)
    .refine((groups) => new Set(groups).size === groups.length),
});

@Controller('v1/reports/:id/insufficiency-notices')
export class MarkReportInsufficientHttp {
  constructor(private readonly markReportInsufficient: MarkReportInsufficient) {}

  @Post()
  @Requires('report:triage')
  @Audited('report.mark-insufficient', 'U')
  mark(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Notice }) body: z.output<typeof Notice>,
  ) {
    return this.markReportInsufficient.execute(context, path.id, seenVersion, body.missing);
  }
}
