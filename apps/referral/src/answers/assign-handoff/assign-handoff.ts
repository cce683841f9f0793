import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@rujukan/authz';
import { done, refuse } from '@rujukan/kernel';
import { UnitOfWork } from '@rujukan/persistence';
import { assign } from '../../domain/handoffs/desk.js';
import type { HandoffId } from '../../domain/ids.js';
import { atDesk } from '../../domain/policy.js';
import { isAtDesk } from '../../storage/desk-worker.store.js';
import { lockHandoff, saveClaim } from '../../storage/handoff.store.js';

/** Inside the receiving agency it is given to another worker, or back to the desk. */
@Injectable()
export class AssignHandoff {
  constructor(private readonly uow: UnitOfWork) {}

  execute(context: RequestContext, id: HandoffId, worker: string | undefined) {
    const { actor } = context;
    return this.uow.command(context, async (tx, act) => {
      act.trail.allowedBy('receiver-assigns').touched('handoff', id, { fields: ['claimedBy'] });
      const found = await lockHandoff(tx, id);
      if (found) act.trail.about(found.handoff.terms.caseId);
      const ours = atDesk(actor, found);
      if (!ours.ok) return ours;
      const assigned = assign(ours.value, worker);
      if (!assigned.ok) return assigned;
      if (worker !== undefined && !(await isAtDesk(tx, actor.agencyId, worker)))
        return refuse('worker-not-at-desk');
      if (worker !== undefined) act.trail.touched('worker', worker);
      await saveClaim(tx, assigned.value);
      return done(worker === undefined ? { id } : { id, claimedBy: worker });
    });
  }
}
