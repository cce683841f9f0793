import { Body, Controller, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '@rujukan/authz';
import { guardianStanding, noticeChannel } from '@rujukan/contracts';
import { Audited, Context, IfMatch, Requires } from '@rujukan/http';
import { NotifyBreach } from './notify-breach.js';

const Path = z.strictObject({ id: z.uuid() });
const Telling = z.strictObject({
  authorityToldAt: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((text) => new Date(text)),
  isPublic: z.boolean().default(false),
  notices: z
    .array(
      z.strictObject({
        caseId: z.uuid(),
        channel: z.enum(noticeChannel.codes),
        guardian: z.enum(guardianStanding.codes),
      }),
    )
    .max(500)
    .default([]),
});

@Controller('v1/breaches/:id/notifications')
export class NotifyBreachHttp {
  constructor(private readonly notifyBreach: NotifyBreach) {}

  @Post()
  @Requires('breach:write')
  @Audited('breach.notified', 'U', 'operations')
  notify(
    @Context() context: RequestContext,
    @Param({ schema: Path }) path: z.output<typeof Path>,
    @IfMatch() seenVersion: number,
    @Body({ schema: Telling }) body: z.output<typeof Telling>,
  ) {
    return this.notifyBreach.execute(context, path.id, seenVersion, body);
  }
}
