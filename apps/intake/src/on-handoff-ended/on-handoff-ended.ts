import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { agencyId, caseId } from '../domain/ids.js';
import { endHandoff } from '../storage/access.store.js';

export type HandoffEnded =
  | ReceivedEvent<'handoff.completed.v1'>
  | ReceivedEvent<'handoff.not-completed.v1'>
  | ReceivedEvent<'handoff.access-ended.v1'>;

/** A referral ended, with or without the service, or the consent under it did: what the receiver could see, it sees no more. */
@Injectable()
export class OnHandoffEnded {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: HandoffEnded): Promise<void> {
    const { data, time } = event;
    if (data.kind !== 'referral') return;
    const id = caseId(data.caseId);
    await this.unitOfWork.consequence(tx, event, ended, async (act) => {
      await endHandoff(tx, {
        handoffId: data.handoffId,
        caseId: id,
        agencyId: agencyId(data.toAgencyId),
        at: time,
      });
      act.trail.touched('handoff', data.handoffId).touched('case', id).about(id).allowedBy('handoff-ended');
    });
  }
}

const ended = { type: 'access.revoke', action: 'U', purpose: 'case-management' } as const;
