import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { GetDesk } from './get-desk.query.js';

@Controller('v1/desk')
export class GetDeskHttp {
  constructor(private readonly getDesk: GetDesk) {}

  @Get()
  @Requires('desk:write')
  @Audited('desk.read', 'R', 'directory')
  get(@Context() context: RequestContext) {
    return this.getDesk.execute(context);
  }
}
