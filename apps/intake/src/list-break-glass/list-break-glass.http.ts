import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListBreakGlass } from './list-break-glass.query.js';

const Filter = pageQuery({ reviewed: z.enum(['true', 'false']).optional() });

@Controller('v1/emergency-accesses')
export class ListBreakGlassHttp {
  constructor(private readonly listBreakGlass: ListBreakGlass) {}

  @Get()
  @Requires('emergency:read')
  @Audited('break-glass.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listBreakGlass.execute(context, filter);
  }
}
