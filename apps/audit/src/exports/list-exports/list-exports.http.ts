import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListExports } from './list-exports.query.js';

const Terms = pageQuery({});

@Controller('v1/audit/exports')
export class ListExportsHttp {
  constructor(private readonly listExports: ListExports) {}

  @Get()
  @Requires('export:read')
  @Audited('export.list', 'R', 'audit')
  list(@Context() context: RequestContext, @Query({ schema: Terms }) query: z.output<typeof Terms>) {
    return this.listExports.execute(context, query);
  }
}
