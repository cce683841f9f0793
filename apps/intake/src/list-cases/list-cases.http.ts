import { Controller, Get, Query } from '@nestjs/common';
import type { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListCases } from './list-cases.query.js';

const Filter = pageQuery({});

@Controller('v1/cases')
export class ListCasesHttp {
  constructor(private readonly query: ListCases) {}

  @Get()
  @Requires('case:read')
  @Audited('case.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.query.execute(context, filter);
  }
}
