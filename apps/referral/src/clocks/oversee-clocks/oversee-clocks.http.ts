import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { clockQuery, type ClockQuery } from '@rujukan/clockwork';
import { Audited, Context, Requires } from '@rujukan/http';
import { OverseeClocks } from './oversee-clocks.query.js';

@Controller('v1/oversight/clocks')
export class OverseeClocksHttp {
  constructor(private readonly overseeClocks: OverseeClocks) {}

  @Get()
  @Requires('clock:oversee')
  @Audited('clock.oversee', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: clockQuery }) query: ClockQuery) {
    return this.overseeClocks.execute(context, query);
  }
}
