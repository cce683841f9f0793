import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { reportId } from '../domain/ids.js';
import { LinkDuplicateReport } from './link-duplicate-report.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });
const Link = z.strictObject({ primaryReportId: z.uuid().transform(reportId) });

@Controller('v1/reports/:id/duplicate-links')
export class LinkDuplicateReportHttp {
  constructor(private readonly linkDuplicateReport: LinkDuplicateReport) {}

  @Post()
  @Requires('report:triage')
  @Audited('report.link', 'U')
  link(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Link }) body: z.output<typeof Link>,
  ) {
    return this.linkDuplicateReport.execute(context, path.id, seenVersion, body.primaryReportId);
  }
}
