import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { openCase } from '../storage/custody.store.js';

const declared: DeclaredAct = { type: 'access.grant', action: 'C', purpose: 'case-management' };

/** Intake opened a case: its custodian may begin to support the child. */
@Injectable()
export class OnCaseOpened {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<'case.opened.v1'>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId } = event.data;
      const isCustodian = await openCase(tx, event.data, event.time);
      act.trail.about(caseId).allowedBy(isCustodian ? 'custody' : 'superseded-custody');
      act.trail.touched('case', caseId);
    });
  }
}
