import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { close } from '../domain/case.js';
import { caseId } from '../domain/ids.js';
import { endAllHandoffs } from '../storage/access.store.js';
import { lockCase, saveCase } from '../storage/case.store.js';

/** A case was closed: every access by handoff ends, the custodian can still read. */
@Injectable()
export class OnCaseClosed {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.closed.v1'>): Promise<void> {
    const { data } = event;
    const id = caseId(data.caseId);
    const file = await lockCase(tx, id);
    if (!file) throw new Error(`case ${id} is unknown`);
    const closedAt = new Date(data.closedAt);
    const closed = close(file, data.reason, closedAt);
    if (!closed) return;

    await this.unitOfWork.consequence(tx, event, closing, async (act) => {
      await saveCase(tx, closed);
      await endAllHandoffs(tx, id, closedAt);
      act.trail.touched('case', id, { version: closed.version }).about(id).allowedBy('approved-closure');
    });
  }
}

const closing = { type: 'case.close', action: 'U', purpose: 'case-management' } as const;
