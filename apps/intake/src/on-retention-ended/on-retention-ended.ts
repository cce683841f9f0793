import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ReceivedEvent } from '@rujukan/messaging';
import { UnitOfWork } from '@rujukan/persistence';
import { destroyDataKeys } from '@rujukan/sealing';
import { caseId } from '../domain/ids.js';
import { findReportsWithoutCase } from '../storage/report.store.js';

/** The time of a case is over: its key goes, and with the last case that came of them the keys of its reports. */
@Injectable()
export class OnRetentionEnded {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async execute(tx: EntityManager, event: ReceivedEvent<'case.retention-ended.v1'>): Promise<void> {
    const id = caseId(event.data.caseId);
    const ofCase = await destroyDataKeys(tx, [id]);
    if (ofCase.length === 0) return;
    const ofReports = await destroyDataKeys(tx, await findReportsWithoutCase(tx, id));
    await this.unitOfWork.consequence(tx, event, destroying, (act) => {
      for (const scope of [...ofCase, ...ofReports]) act.trail.touched('data-key', scope);
      act.trail.about(id).allowedBy('retention');
      return Promise.resolve();
    });
  }
}

const destroying = { type: 'data-key.destroy', action: 'D', purpose: 'operations' } as const;
