import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { DeclaredAct } from '@rujukan/authz';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { caseId } from '../../domain/ids.js';
import { lockCase } from '../../storage/custody.store.js';
import { restartClocks } from '../../storage/handoff-clocks.store.js';
import { saveOutline } from '../../storage/outline.store.js';

const declared: DeclaredAct = { type: 'custody.follow-outline', action: 'U', purpose: 'case-management' };

/** Her age or her danger is seen otherwise now: offers that wait say so, and their time is counted anew where it differs. */
@Injectable()
export class OnCaseOutlineChanged {
  constructor(private readonly uow: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.outline-changed.v1'>): Promise<void> {
    const { riskLevel, ageBand } = event.data;
    const id = caseId(event.data.caseId);
    const { known } = await lockCase(tx, id, null);
    if (!known) return;
    const { child } = known;
    const fields = [
      ...(child.riskLevel === riskLevel ? [] : ['riskLevel']),
      ...(child.ageBand === ageBand ? [] : ['ageBand']),
    ];
    if (fields.length === 0) return;
    await this.uow.consequence(tx, event, declared, async (act) => {
      const waiting = await saveOutline(tx, id, { riskLevel, ageBand });
      if (fields.includes('riskLevel'))
        await restartClocks(tx, act, { caseId: id, riskLevel, waiting, now: event.time });
      act.trail.about(id).touched('custody', id, { fields });
    });
  }
}
