import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { keptUntil } from '../../domain/notifications/notification.js';
import { deleteReadBefore } from '../../storage/notification.store.js';

/** Lines that one run deletes; the next run takes the next ones. */
const atOnce = 100;

/** What somebody of the desk has read is kept as long as she may want to look back. What nobody read stays. */
@Injectable()
export class PurgeNotifications {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many lines were deleted. */
  execute(): Promise<number> {
    return this.uow.timer(purging, async (tx, act, now) => {
      const ids = await deleteReadBefore(tx, keptUntil(now), atOnce);
      if (ids.length > 0) act.trail.allowedBy('read-and-old');
      for (const id of ids) act.trail.touched('notification', id);
      return ids.length;
    });
  }
}

const purging = { type: 'notification.purge', action: 'D', purpose: 'operations' } as const;
