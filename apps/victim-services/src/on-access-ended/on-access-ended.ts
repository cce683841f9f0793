import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { endAccess } from '../storage/handoff.store.js';

const declared: DeclaredAct = { type: 'access.revoke', action: 'D', purpose: 'case-management' };

/** The consent under a handoff is gone: its receiver sees nothing more, though the handoff has not ended. */
@Injectable()
export class OnAccessEnded {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<'handoff.access-ended.v1'>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, handoffId, consentId } = event.data;
      act.trail.about(caseId).touched('handoff', handoffId).touched('consent', consentId);
      const hadAccess = await endAccess(tx, handoffId, event.time);
      if (hadAccess) act.trail.touched('access', handoffId, { fields: ['endedAt'] });
    });
  }
}
