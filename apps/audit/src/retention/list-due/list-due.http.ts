import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListDue } from './list-due.query.js';

const Filter = pageQuery({});

@Controller('v1/audit/retention')
export class ListDueHttp {
  constructor(private readonly listDue: ListDue) {}

  @Get()
  @Requires('erasure:read')
  @Audited('retention.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listDue.execute(context, filter);
  }
}
