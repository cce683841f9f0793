import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { reportId } from '../domain/ids.js';
import { GetReport } from './get-report.query.js';

const Path = z.strictObject({ id: z.uuid().transform(reportId) });

@Controller('v1/reports/:id')
export class GetReportHttp {
  constructor(private readonly query: GetReport) {}

  @Get()
  @Requires('report:read')
  @Audited('report.read', 'R')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.query.execute(context, path.id);
  }
}
