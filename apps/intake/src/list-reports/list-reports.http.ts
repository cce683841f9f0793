import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { reportStatus } from '@rujukan/contracts';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListReports } from './list-reports.query.js';

const Filter = pageQuery({
  box: z.enum(['received', 'filed']).default('received'),
  status: z.enum(reportStatus.codes).optional(),
});

@Controller('v1/reports')
export class ListReportsHttp {
  constructor(private readonly query: ListReports) {}

  @Get()
  @Requires('report:read')
  @Audited('report.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.query.execute(context, filter);
  }
}
