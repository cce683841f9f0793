import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { rejectionReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { agencyId, reportId } from '../domain/ids.js';
import { ForwardReport } from './forward-report.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });
const Order = z.strictObject({
  toAgencyId: z.uuid().transform(agencyId),
  reason: z.enum(rejectionReason.codes),
});

@Controller('v1/reports/:id/forwardings')
export class ForwardReportHttp {
  constructor(private readonly forwardReport: ForwardReport) {}

  @Post()
  @Requires('report:triage')
  @Audited('report.forward', 'U')
  forward(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Order }) body: z.output<typeof Order>,
  ) {
    return this.forwardReport.execute(context, path.id, seenVersion, body);
  }
}
