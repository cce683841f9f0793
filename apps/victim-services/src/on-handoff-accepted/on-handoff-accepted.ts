import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { endHandoff, grantAccess, openHandoff } from '../storage/handoff.store.js';

const declared: DeclaredAct = { type: 'access.grant', action: 'C', purpose: 'service-provision' };

/**
 * The receiver said yes. A referral gives it access until the handoff ends; a transfer is done with, since custody
 * moves by an event of its own; advice is given without access.
 */
@Injectable()
export class OnHandoffAccepted {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<'handoff.accepted.v1'>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, handoffId, lawfulBasis, fromAgencyId, toAgencyId, kind } = event.data;
      act.trail.about(caseId).touched('handoff', handoffId);
      await openHandoff(tx, event.data);
      switch (kind) {
        case 'transfer':
          await endHandoff(tx, handoffId, event.time);
          return;
        case 'consultation':
          return;
        case 'referral':
          if (!(await grantAccess(tx, event.data, event.time))) return;
          act.trail.allowedBy('accepted-handoff', lawfulBasis);
          act.trail.touched('access', handoffId);
          act.trail.disclosed({ fromOrg: fromAgencyId, toOrg: toAgencyId, receiptId: handoffId });
      }
    });
  }
}
