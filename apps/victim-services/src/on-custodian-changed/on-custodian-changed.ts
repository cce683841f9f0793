import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { lapseClosure } from '../storage/closure.store.js';
import { moveCustody } from '../storage/custody.store.js';

const declared: DeclaredAct = { type: 'custody.move', action: 'U', purpose: 'case-management' };

/** A transfer was accepted: from now on the new custodian sees the case and the old one does not. */
@Injectable()
export class OnCustodianChanged {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<'case.custodian-changed.v1'>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, handoffId, fromAgencyId, toAgencyId } = event.data;
      act.trail.about(caseId).touched('case', caseId, { fields: ['custodianAgencyId'] });
      if (!(await moveCustody(tx, event.data, event.time))) {
        act.trail.allowedBy('superseded-custody');
        return;
      }
      act.trail.allowedBy('custody');
      act.trail.disclosed({ fromOrg: fromAgencyId, toOrg: toAgencyId, receiptId: handoffId });
      const lapsed = await lapseClosure(tx, caseId, event.time);
      if (lapsed) act.trail.touched('closure', lapsed.id, { version: lapsed.version, fields: ['status'] });
    });
  }
}
