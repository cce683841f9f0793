import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { lateReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { caseId } from '../domain/ids.js';
import { RecordPoliceReport } from './record-police-report.js';

const Path = z.strictObject({ id: z.uuid().transform(caseId) });
// The layout of the number changes from place to place, so that any is taken.
const PoliceReport = z.strictObject({
  policeReportNumber: z.string().trim().min(1).max(120),
  lateReason: z
    .strictObject({ code: z.enum(lateReason.codes), text: z.string().trim().min(10).max(1_000) })
    .optional(),
});

@Controller('v1/cases/:id/police-reports')
export class RecordPoliceReportHttp {
  constructor(private readonly recordPoliceReport: RecordPoliceReport) {}

  @Post()
  @Requires('case:update')
  @Audited('case.record-police-report', 'U')
  record(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: PoliceReport }) body: z.output<typeof PoliceReport>,
  ) {
    const { policeReportNumber, lateReason: reason } = body;
    return this.recordPoliceReport.execute(context, path.id, seenVersion, {
      policeReportNumber,
      ...(reason === undefined ? {} : { lateReason: reason }),
    });
  }
}
