import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { openCustody } from '../../storage/custody.store.js';

const declared: DeclaredAct = { type: 'custody.open', action: 'C', purpose: 'case-management' };

/** Intake opened a case: from now on its custodian can hand it off. */
@Injectable()
export class OnCaseOpened {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.opened.v1'>): Promise<void> {
    if (!(await openCustody(tx, event.data, event.time))) return;
    await this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, epoch, custodianAgencyId } = event.data;
      const facts = { agency: custodianAgencyId };
      act.trail.about(caseId).touched('custody', caseId, { version: epoch, facts });
    });
  }
}
