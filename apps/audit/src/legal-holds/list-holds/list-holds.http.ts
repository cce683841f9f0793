import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListHolds } from './list-holds.query.js';

const Filter = pageQuery({ status: z.enum(['placed', 'released']).optional() });

@Controller('v1/audit/legal-holds')
export class ListHoldsHttp {
  constructor(private readonly listHolds: ListHolds) {}

  @Get()
  @Requires('erasure:read')
  @Audited('legal-hold.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listHolds.execute(context, filter);
  }
}
