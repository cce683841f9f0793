import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { overrideStatus } from '@rujukan/contracts';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { ListAgencyOverrides } from './list-agency-overrides.query.js';

const Filter = pageQuery({ status: z.enum(overrideStatus.codes).optional() });

@Controller('v1/basis-overrides')
export class ListAgencyOverridesHttp {
  constructor(private readonly listAgencyOverrides: ListAgencyOverrides) {}

  @Get()
  @Requires('override:approve')
  @Audited('override.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listAgencyOverrides.execute(context, filter);
  }
}
