import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { ListCapacityDeclines } from './list-capacity-declines.query.js';

const day = z.iso.date().max(10);
const Filter = z.strictObject({ from: day, until: day }).refine(({ from, until }) => from <= until);

@Controller('v1/capacity-declines')
export class ListCapacityDeclinesHttp {
  constructor(private readonly listCapacityDeclines: ListCapacityDeclines) {}

  @Get()
  @Requires('capacity:read')
  @Audited('capacity-decline.list', 'R', 'oversight')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listCapacityDeclines.execute(context, filter);
  }
}
