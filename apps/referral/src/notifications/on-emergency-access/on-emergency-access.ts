import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { emergencyNotices, silenceNotices } from '../../domain/notifications/notification.js';
import { addNotifications, watchers } from '../../storage/notification.store.js';

export type EmergencyNews = 'case.emergency-access-started.v1' | 'clock.escalated.v1';

const declared: DeclaredAct = { type: 'notification.add', action: 'C', purpose: 'oversight' };

/** A case was opened in an emergency, or its review is late: whoever must look has a line on the list. */
@Injectable()
export class OnEmergencyAccess {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<EmergencyNews>): Promise<void> {
    if ('definition' in event.data && event.data.definition !== 'break-glass-review') return;
    const who = await watchers(tx);
    const told = 'level' in event.data ? silenceNotices(event.data, who) : emergencyNotices(event.data, who);
    const ids = await addNotifications(tx, told, event.time);
    await this.uow.consequence(tx, event, declared, async (act) => {
      act.trail.about(event.data.caseId);
      for (const id of ids) act.trail.touched('notification', id);
    });
  }
}
