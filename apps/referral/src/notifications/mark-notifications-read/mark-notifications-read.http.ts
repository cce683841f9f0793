import { Body, Controller, Post } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, Requires } from '@rujukan/http';
import { z } from 'zod';
import { MarkNotificationsRead } from './mark-notifications-read.js';

const Reading = z.strictObject({ ids: z.array(z.uuid()).min(1).max(100) });

@Controller('v1/notification-readings')
export class MarkNotificationsReadHttp {
  constructor(private readonly markNotificationsRead: MarkNotificationsRead) {}

  @Post()
  @Requires('notification:read')
  @Audited('notification.mark-read', 'U')
  mark(@Context() context: RequestContext, @Body({ schema: Reading }) reading: z.output<typeof Reading>) {
    return this.markNotificationsRead.execute(context, reading.ids);
  }
}
