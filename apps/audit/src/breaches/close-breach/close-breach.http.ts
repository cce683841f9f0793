import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { lateReason } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { CloseBreach } from './close-breach.js';

const Path = z.strictObject({ id: z.uuid() });
const Closing = z.strictObject({
  lesson: z.string().trim().min(10).max(4_000),
  lateReason: z
    .strictObject({ code: z.enum(lateReason.codes), text: z.string().trim().min(10).max(1_000) })
    .optional(),
});

@Controller('v1/breaches/:id/closures')
export class CloseBreachHttp {
  constructor(private readonly closeBreach: CloseBreach) {}

  @Post()
  @Requires('breach:write')
  @Audited('breach.closed', 'U', 'operations')
  close(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Closing }) { lesson, lateReason: late }: z.output<typeof Closing>,
  ) {
    return this.closeBreach.execute(context, path.id, seenVersion, { lesson, late });
  }
}
