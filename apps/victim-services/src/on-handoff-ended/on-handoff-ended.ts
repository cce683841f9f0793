import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { endHandoff } from '../storage/handoff.store.js';

const declared: DeclaredAct = { type: 'access.revoke', action: 'D', purpose: 'case-management' };

/** Every end: nothing is owed any more, and access that came with the handoff ends. */
export type HandoffEnded =
  | 'handoff.rejected.v1'
  | 'handoff.cancelled.v1'
  | 'handoff.expired.v1'
  | 'handoff.referred-onward.v1'
  | 'handoff.completed.v1'
  | 'handoff.not-completed.v1'
  | 'handoff.entered-in-error.v1';

@Injectable()
export class OnHandoffEnded {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<HandoffEnded>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, handoffId } = event.data;
      act.trail.about(caseId).touched('handoff', handoffId);
      const hadAccess = await endHandoff(tx, handoffId, event.time);
      if (hadAccess) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
    });
  }
}
