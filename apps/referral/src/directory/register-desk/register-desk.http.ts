import { Body, Controller, Put } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { z } from 'zod';
import { RegisterDesk } from './register-desk.js';

const DeskRecord = z.strictObject({ email: z.email().max(254) });

@Controller('v1/desk')
export class RegisterDeskHttp {
  constructor(private readonly registerDesk: RegisterDesk) {}

  @Put()
  @Requires('desk:write')
  @Audited('desk.register', 'U', 'directory')
  register(
    @Context() context: RequestContext,
    @IfMatch({ isOptional: true }) seen: number | undefined,
    @Body({ schema: DeskRecord }) desk: z.output<typeof DeskRecord>,
  ) {
    return this.registerDesk.execute(context, desk.email, seen);
  }
}
