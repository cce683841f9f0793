import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { ListClosureRequests } from './list-closure-requests.query.js';

const Filter = pageQuery({ status: z.enum(['requested', 'approved', 'lapsed']).optional() });

@Controller('v1/closure-requests')
export class ListClosureRequestsHttp {
  constructor(private readonly listClosureRequests: ListClosureRequests) {}

  @Get()
  @Requires('closure:request')
  @Audited('closure.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listClosureRequests.execute(context, filter);
  }
}
