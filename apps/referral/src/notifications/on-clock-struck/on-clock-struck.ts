import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { clockNotices, type ClockNews } from '../../domain/notifications/clock-notices.js';
import { addNotifications, watchers } from '../../storage/notification.store.js';

const declared: DeclaredAct = { type: 'notification.add', action: 'C', purpose: 'case-management' };

/** A deadline is near, was missed, or was missed for so long that the next rung must know: each has a line on its list. */
@Injectable()
export class OnClockStruck {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<ClockNews>): Promise<void> {
    const told = clockNotices(event.type, event.data, await watchers(tx));
    const ids = await addNotifications(tx, told, event.time);
    if (ids.length === 0) return;
    await this.uow.consequence(tx, event, declared, async (act) => {
      act.trail.about(event.data.caseId);
      for (const id of ids) act.trail.touched('notification', id);
    });
  }
}
