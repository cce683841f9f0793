import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListRequests } from './list-requests.query.js';

const Filter = pageQuery({ status: z.enum(['received', 'answered']).optional() });

@Controller('v1/data-subject-requests')
export class ListRequestsHttp {
  constructor(private readonly listRequests: ListRequests) {}

  @Get()
  @Requires('data-request:read')
  @Audited('data-subject-request.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listRequests.execute(context, filter);
  }
}
