import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { clockQuery, type ClockQuery } from '@rujukan/clockwork';
import { Audited, Context, Requires } from '@rujukan/http';
import { ListClocks } from './list-clocks.query.js';

@Controller('v1/clocks')
export class ListClocksHttp {
  constructor(private readonly listClocks: ListClocks) {}

  @Get()
  @Requires('clock:read')
  @Audited('clock.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: clockQuery }) query: ClockQuery) {
    return this.listClocks.execute(context, query);
  }
}
