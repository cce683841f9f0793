import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListErasures } from './list-erasures.query.js';

const Filter = pageQuery({ status: z.enum(['requested', 'done']).optional() });

@Controller('v1/audit/erasures')
export class ListErasuresHttp {
  constructor(private readonly listErasures: ListErasures) {}

  @Get()
  @Requires('erasure:read')
  @Audited('details.list-erasures', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listErasures.execute(context, filter);
  }
}
