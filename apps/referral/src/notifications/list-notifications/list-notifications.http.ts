import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { Audited, Context, pageQuery, Requires } from '@rujukan/http';
import { z } from 'zod';
import { ListNotifications } from './list-notifications.query.js';

const Filter = pageQuery({ unread: z.enum(['true', 'false']).optional() });

@Controller('v1/notifications')
export class ListNotificationsHttp {
  constructor(private readonly listNotifications: ListNotifications) {}

  @Get()
  @Requires('notification:read')
  @Audited('notification.list', 'R')
  list(@Context() context: RequestContext, @Query({ schema: Filter }) filter: z.output<typeof Filter>) {
    return this.listNotifications.execute(context, filter);
  }
}
