import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import {
  alerts,
  cityOf,
  notificationsOf,
  type News,
  type Notification,
} from '../../domain/notifications/notification.js';
import { addNotifications, socialServicesOf } from '../../storage/notification.store.js';

const declared: DeclaredAct = { type: 'notification.add', action: 'C', purpose: 'case-management' };

/** A handoff moved: the desk that must know has a line on its list. */
@Injectable()
export class OnHandoffMoved {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<News>): Promise<void> {
    const told = [...notificationsOf(event.type, event.data), ...(await this.alertsOf(tx, event))];
    const ids = await addNotifications(tx, told, event.time);
    await this.uow.consequence(tx, event, declared, async (act) => {
      act.trail.about(event.data.caseId);
      for (const id of ids) act.trail.touched('notification', id);
    });
  }

  private async alertsOf(tx: EntityManager, event: ReceivedEvent<News>): Promise<Notification[]> {
    if (!isProposal(event)) return [];
    const { areaCode } = event.data;
    return alerts(event.data, await socialServicesOf(tx, areaCode && cityOf(areaCode)));
  }
}

const isProposal = (event: ReceivedEvent<News>): event is ReceivedEvent<'handoff.alternative-proposed.v1'> =>
  event.type === 'handoff.alternative-proposed.v1';
