import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { destroyDataKeys } from '@rujukan/sealing';

/** The time of a case is over: the words of its handoffs and consents cannot be read any more. */
@Injectable()
export class OnRetentionEnded {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.retention-ended.v1'>): Promise<void> {
    const { caseId } = event.data;
    const [destroyed] = await destroyDataKeys(tx, [caseId]);
    if (destroyed === undefined) return;
    await this.unitOfWork.consequence(tx, event, destroying, (act) => {
      act.trail.touched('data-key', caseId).about(caseId).allowedBy('retention');
      return Promise.resolve();
    });
  }
}

const destroying = { type: 'data-key.destroy', action: 'D', purpose: 'operations' } as const;
