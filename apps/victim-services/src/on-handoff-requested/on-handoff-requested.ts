import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { openHandoff } from '../storage/handoff.store.js';

const declared: DeclaredAct = { type: 'handoff.follow', action: 'C', purpose: 'case-management' };

/** Somebody was asked for something: until the answer is in and the work is done, the case is not closed. */
@Injectable()
export class OnHandoffRequested {
  constructor(private readonly uow: UnitOfWork) {}

  execute(tx: EntityManager, event: ReceivedEvent<'handoff.requested.v1'>): Promise<void> {
    return this.uow.consequence(tx, event, declared, async (act) => {
      const { caseId, handoffId } = event.data;
      await openHandoff(tx, event.data);
      act.trail.about(caseId).touched('handoff', handoffId);
    });
  }
}
