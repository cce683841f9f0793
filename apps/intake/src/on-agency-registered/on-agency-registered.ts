import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { agencyId } from '../domain/ids.js';
import { rememberAgency } from '../storage/known-agency.store.js';

/** An agency was registered or changed: reports can be sent to it from now on. An older entry changes nothing. */
@Injectable()
export class OnAgencyRegistered {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'directory.agency-registered.v1'>): Promise<void> {
    const { agencyType, version, ...data } = event.data;
    const id = agencyId(data.agencyId);
    if (!(await rememberAgency(tx, { id, type: agencyType, version }))) return;
    await this.unitOfWork.consequence(tx, event, learned, (act) => {
      act.trail.touched('agency', id, { fields: ['type'] }).allowedBy('directory');
      return Promise.resolve();
    });
  }
}

const learned = { type: 'agency.learn', action: 'U', purpose: 'directory' } as const;
