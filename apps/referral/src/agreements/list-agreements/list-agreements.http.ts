import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Context, pageQuery, Requires, Unrecorded } from '@rujukan/http';
import type { z } from 'zod';
import { ListAgreements } from './list-agreements.query.js';

const Filter = pageQuery({});

@Controller('v1/agreements')
export class ListAgreementsHttp {
  constructor(private readonly listAgreements: ListAgreements) {}

  @Get()
  @Requires('directory:read')
  @Unrecorded('the register of agreements between agencies holds nothing about a child')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listAgreements.execute(context, filter);
  }
}
