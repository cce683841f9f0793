import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@rujukan/persistence';
import { rollbackLapsedBefore } from '../../domain/custody/rollback.js';
import { lapseRollbacks } from '../../storage/rollback.store.js';

/** Proposals that one run takes; the next run takes the next ones. */
const atOnce = 100;

/** A roll-back that the other agency did not sign in time lapses: the former custodian has no more to do with the case. */
@Injectable()
export class LapseRollbacks {
  constructor(private readonly uow: UnitOfWork) {}

  /** @returns how many lapsed. */
  execute(): Promise<number> {
    return this.uow.timer(
      { type: 'custody.lapse-rollback', action: 'U', purpose: 'operations' },
      async (tx, act, now) => {
        const lapsed = await lapseRollbacks(tx, { acceptedBefore: rollbackLapsedBefore(now), now }, atOnce);
        for (const { transfer, caseId } of lapsed)
          act.trail.about(caseId).touched('handoff', transfer, { fields: ['rollback'] });
        return lapsed.length;
      },
    );
  }
}
