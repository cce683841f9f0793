import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { caseId } from '../../domain/ids.js';
import { closeCustody } from '../../storage/custody.store.js';
import { endClocks } from '../../storage/handoff-clocks.store.js';

const declared: DeclaredAct = { type: 'custody.close', action: 'U', purpose: 'case-management' };

/** The case is closed: nothing new is handed off and nothing waiting is accepted; what runs can still be completed. */
@Injectable()
export class OnCaseClosed {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.closed.v1'>): Promise<void> {
    const id = caseId(event.data.caseId);
    if (!(await closeCustody(tx, id, event.time))) return;
    await this.uow.consequence(tx, event, declared, async (act) => {
      await endClocks(tx, act, id, event.time);
      act.trail.about(id).touched('custody', id, { fields: ['status'] });
    });
  }
}
