import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Context, pageQuery, Requires, Unrecorded } from '@rujukan/http';
import type { z } from 'zod';
import { ListAgencies } from './list-agencies.query.js';

const Filter = pageQuery({});

@Controller('v1/agencies')
export class ListAgenciesHttp {
  constructor(private readonly listAgencies: ListAgencies) {}

  @Get()
  @Requires('directory:read')
  @Unrecorded('the directory of agencies holds nothing about a child')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listAgencies.execute(context, filter);
  }
}
