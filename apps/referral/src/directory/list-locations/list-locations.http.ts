import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import type { z } from 'zod';
import { ListLocations } from './list-locations.query.js';

const Filter = pageQuery({});

@Controller('v1/locations')
export class ListLocationsHttp {
  constructor(private readonly listLocations: ListLocations) {}

  @Get()
  @Requires('directory:read')
  @Audited('location.list', 'R', 'directory')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listLocations.execute(context, filter);
  }
}
