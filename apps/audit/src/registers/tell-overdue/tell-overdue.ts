import { Inject, Injectable } from '@nestjs/common';
import { Trail } from '@rujukan/audit-trail';
import type { Clock } from '@rujukan/kernel';
import { operationAct, UnitOfWork, type ReportedAct } from '@rujukan/persistence';
import { CLOCK } from '@rujukan/time';
import { derivedId } from '../../domain/derived-id.js';
import { markOverdue, type Overdue } from '../../storage/overdue.store.js';

/** Writes into the log, once for each, which breaches and which requests of data subjects were not answered in time. */
@Injectable()
export class TellOverdue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<number> {
    const now = this.clock.now();
    return this.unitOfWork.reported(async (tx) => {
      const overdue = await markOverdue(tx, now);
      return [overdue.map((one) => actOf(one, now)), overdue.length];
    });
  }
}

function actOf({ type, id, agencyId, dueAt, caseIds }: Overdue, now: Date): ReportedAct {
  const facts = { due: dueAt.toISOString(), agency: agencyId };
  const trail = new Trail().touched(type, id, { facts }).about(...caseIds);
  const act = operationAct({ service: 'audit', type: 'register.overdue', action: 'E', now }, trail);
  return { ...act, id: derivedId(`overdue/${id}`) };
}
