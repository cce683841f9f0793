import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { agencyId, caseId } from '../domain/ids.js';
import { endHandoff } from '../storage/access.store.js';

/** Every end that can come after an acceptance. */
export type HandoffEnded =
  | 'handoff.completed.v1'
  | 'handoff.not-completed.v1'
  | 'handoff.cancelled.v1'
  | 'handoff.referred-onward.v1'
  | 'handoff.entered-in-error.v1'
  | 'handoff.access-ended.v1';

/** A referral ended, however it ended, or the consent under it did: what the receiver could see, it sees no more. */
@Injectable()
export class OnHandoffEnded {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<HandoffEnded>): Promise<void> {
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
