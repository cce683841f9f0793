import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { unlinkReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { reportId } from '../domain/ids.js';
import { UnlinkDuplicateReport } from './unlink-duplicate-report.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });
const Unlinking = z.strictObject({ reason: z.enum(unlinkReason.codes) });

@Controller('v1/reports/:id/unlinkings')
export class UnlinkDuplicateReportHttp {
  constructor(private readonly unlinkDuplicateReport: UnlinkDuplicateReport) {}

  @Post()
  @Requires('report:triage')
  @Audited('report.unlink', 'U')
  unlink(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Unlinking }) body: z.output<typeof Unlinking>,
  ) {
    return this.unlinkDuplicateReport.execute(context, path.id, seenVersion, body.reason);
  }
}
