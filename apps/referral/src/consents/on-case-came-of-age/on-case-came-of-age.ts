import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { caseId } from '../../domain/ids.js';
import { markAdult } from '../../storage/custody.store.js';

const declared: DeclaredAct = { type: 'custody.come-of-age', action: 'U', purpose: 'case-management' };

/** From her birthday on she decides herself: what others agreed to for her carries no new handoff. */
@Injectable()
export class OnCaseCameOfAge {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.came-of-age.v1'>): Promise<void> {
    const id = caseId(event.data.caseId);
    if (!(await markAdult(tx, id))) return;
    await this.uow.consequence(tx, event, declared, async (act) => {
      act.trail.about(id).touched('custody', id, { fields: ['ageBand'] });
    });
  }
}
