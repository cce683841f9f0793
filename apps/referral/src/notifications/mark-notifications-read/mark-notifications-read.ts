import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { markRead } from '../../storage/notification.store.js';

/** One person has read these; for her colleagues they stay new. What is not hers to read is passed over. */
@Injectable()
export class MarkNotificationsRead {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, ids: readonly string[]) {
    const { agencyId: agency, subject, roles } = context.actor;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('own-desk');
      const marked = await markRead(tx, { agency, subject, roles }, ids, context.now);
      for (const id of marked) act.trail.touched('notification', id, { fields: ['readAt'] });
      return done({ marked: marked.length });
    });
  }
}
