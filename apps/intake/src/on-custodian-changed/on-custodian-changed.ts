import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fieldGroup } from '@rujukan/contracts';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { changeCustodian } from '../domain/case.js';
import { fieldsOf } from '../domain/disclosure.js';
import { agencyId, caseId } from '../domain/ids.js';
import { moveCustody } from '../storage/access.store.js';
import { lockCase, saveCase } from '../storage/case.store.js';
import { moveClocks } from '../storage/clock.store.js';
import { moveReviews } from '../storage/emergency.store.js';

/** Custody moved: from this moment the old custodian sees nothing of the case, and its duties are the new one's. */
@Injectable()
export class OnCustodianChanged {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.custodian-changed.v1'>): Promise<void> {
    const { data } = event;
    const id = caseId(data.caseId);
    const file = await lockCase(tx, id);
    if (!file) throw new Error(`case ${id} is unknown`);
    const changed = changeCustodian(file, agencyId(data.toAgencyId), data.epoch);
    if (!changed) return;

    await this.unitOfWork.consequence(tx, event, moved, async (act) => {
      await saveCase(tx, changed);
      await moveCustody(tx, id, changed.custodianAgencyId, new Date(data.changedAt));
      await moveClocks(tx, id, changed.custodianAgencyId);
      await moveReviews(tx, id, changed.custodianAgencyId);
      act.trail
        .touched('case', id, { version: changed.version, fields: [...fieldsOf(fieldGroup.codes)].sort() })
        .about(id)
        .disclosed({ fromOrg: data.fromAgencyId, toOrg: data.toAgencyId, receiptId: data.handoffId })
        .allowedBy('accepted-transfer');
    });
  }
}

const moved = { type: 'custody.move', action: 'U', purpose: 'case-management' } as const;
