import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse, type Outcome } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import type { HandoffId } from '../../domain/ids.js';
import type { HandoffStatus } from '../../domain/handoffs/machine.js';
import { findHandoff } from '../../storage/handoff.finder.js';
import { handoffStepRow, type HandoffStepRow } from '../../storage/handoff.row.js';

export interface Step {
  readonly version: number;
  readonly status: HandoffStatus;
  readonly at: Date;
  readonly agencyId: string;
  readonly statusReason?: string;
  readonly outcome?: string;
}

/** Every change of a handoff, oldest first, the same for both agencies: this is how the sender is told. */
@Injectable()
export class GetHandoffTimeline {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId): Promise<Outcome<{ items: Step[] }, 'not-found'>> {
    return this.uow.read(context, async (tx, act) => {
      act.trail.touched('handoff', id, { fields: ['timeline'] });
      const found = await findHandoff(tx, id, context.actor.agencyId);
      if (!found) return refuse('not-found');
      act.trail.allowedBy(`${found.side}-reads`).about(found.handoff.terms.caseId);

      const rows = await tx.find(handoffStepRow, { where: { handoff_id: id }, order: { version: 'asc' } });
      return done({ items: rows.map(toStep) });
    });
  }
}

const toStep = (row: HandoffStepRow): Step => ({
  version: row.version,
  status: row.status,
  at: row.at,
  agencyId: row.agency_id,
  ...(row.status_reason === null ? {} : { statusReason: row.status_reason }),
  ...(row.outcome === null ? {} : { outcome: row.outcome }),
});
