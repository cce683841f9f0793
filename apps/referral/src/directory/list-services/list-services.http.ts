import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { serviceType } from '@rujukan/contracts';
import { Context, pageQuery, Requires, Unrecorded } from '@rujukan/http';
import { z } from 'zod';
import { agencyId } from '../../domain/ids.js';
import { ListServices } from './list-services.query.js';

const Filter = pageQuery({
  type: z.enum(serviceType.codes).optional(),
  agencyId: z.uuid().transform(agencyId).optional(),
});

@Controller('v1/services')
export class ListServicesHttp {
  constructor(private readonly listServices: ListServices) {}

  @Get()
  @Requires('directory:read')
  @Unrecorded('the directory of services holds nothing about a child')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listServices.execute(context, filter);
  }
}
