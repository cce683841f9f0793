import { Controller, Get, Query } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { ListBreaches } from './list-breaches.query.js';

const Filter = pageQuery({ status: z.enum(['recorded', 'notified', 'closed']).optional() });

@Controller('v1/breaches')
export class ListBreachesHttp {
  constructor(private readonly listBreaches: ListBreaches) {}

  @Get()
  @Requires('breach:read')
  @Audited('breach.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listBreaches.execute(context, filter);
  }
}
