import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetBreach } from './get-breach.query.js';

const Path = z.strictObject({ id: z.uuid() });

@Controller('v1/breaches/:id')
export class GetBreachHttp {
  constructor(private readonly getBreach: GetBreach) {}

  @Get()
  @Requires('breach:read')
  @Audited('breach.read', 'R', 'oversight')
  get(@Context() context: RequestContext, @Param({ schema: Path }) path: z.output<typeof Path>) {
    return this.getBreach.execute(context, path.id);
  }
}
