import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { rememberAgency } from '../../storage/known-agency.store.js';

/** An agency was registered or changed: answers call it by its code from now on. An older entry changes nothing. */
@Injectable()
export class OnAgencyRegistered {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'directory.agency-registered.v1'>): Promise<void> {
    const { agencyId: id, agencyCode: code, agencyType: type, version } = event.data;
    if (!(await rememberAgency(tx, { id, code, type, version }))) return;
    await this.unitOfWork.consequence(tx, event, learned, (act) => {
      act.trail.touched('agency', id, { fields: ['code', 'type'] }).allowedBy('directory');
      return Promise.resolve();
    });
  }
}

const learned = { type: 'agency.learn', action: 'U', purpose: 'directory' } as const;
